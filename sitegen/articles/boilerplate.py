"""What pages print around a story, as rows: the wording of a line, why it is furniture, and examples.

A row's pattern is matched against a whole line (`fullmatch`, the line in lower case unless the row is `cased`).
Patterns are language, never an outlet's name. `opens` says that a list of other stories, or the page's foot, begins
here: `heads` heads bare headlines alone, `list` may be followed by more of the story, `foot` ends it, `end` ends a list.
Only a `long` row may describe a whole sentence of running text: the others are asked about short lines alone.
`hints`, where given, are words of which every line that the pattern describes holds one: looked for first, as that
costs a fiftieth of the pattern.
An example after "!" must not be described by any row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Opens = Literal["", "heads", "list", "foot", "end"]


@dataclass(frozen=True, slots=True)
class Cue:
    step: str
    pattern: str
    opens: Opens
    examples: tuple[str, ...]
    long: bool = False
    cased: bool = False
    hints: tuple[str, ...] = ()


CUES: tuple[Cue, ...] = (
    # --- lists of other stories ---
    Cue("related list", r"\W*(?:related|recommended|similar|more|other|latest|recent|previous|popular|trending|top|hot|breaking|featured|further|most (?:read|popular|viewed|commented|shared|recent))(?: (?:in|from|on|about))?(?: (?:this|our|the))? ?(?:news|stor(?:y|ies)|article?s?|posts?|reading|topics?|links?|content|headlines|coverage|items?|section|videos?|photos?|documents?|materials?|publications?|press releases?|searches|now|you|week|today|today's|world)?(?: (?:we recommend|for you|news|stories|articles|in (?:this|our) section|on this topic))?\W*", "list",
        ("Related news", "Related Reading", "RELATED STORIES", "More from this section", "Most read", "Most Popular", "Latest News:", "Hot News", "Hot News We Recommend", "Top stories", "Trending now", "Recommended for you", "!More than 20 ministers came.", "!Related talks were held in Minsk.")),
    Cue("related list", r"\W*(?:the )?(?:most read|most popular(?: articles| stories| news)?|most viewed|most shared|most commented|must[- ]read|related|recommended|trending|more on this(?: story| topic)?|more like this|on this topic|in this section|read next|up next|what to read next|you (?:may|might|could) (?:also )?(?:like|be interested in|enjoy)(?: (?:this|to read|these|reading))?|we recommend|selection for you|selected for you|for you|editor'?s?'? ?(?:picks?|choice|selection)|don'?t miss|around the web|from (?:around )?the web|from our partners|elsewhere on \w+(?: \w+)?|in other news|in pictures|news in brief|more (?:news|stories|headlines|from \w+(?: \w+)?|in \w+(?: \w+)?|on \w+(?: \w+)?)|also in (?:news|the news)|what others are reading|latest(?: (?:from|in|on) \w+(?: \w+)?)?|on \w+news|stories you may like|keep reading|an? newsletter for you|references?(?:\(s\))?:?|sources?:?|list (?:of )?\d{1,2}(?: of \d{1,2})?(?: items?)?|people also read|special (?:coverage|reports?)|photo (?:gallery|galleries|news)|photos?|videos?|galler(?:y|ies)|multimedia|slideshow|infographics?|podcasts?)\W*", "list",
        ("More on this story", "You may also like", "READ NEXT", "Editor's picks", "Editors' Choice", "Selection for you", "Photos", "On HarbourNews", "From around the web", "Don't miss", "Elsewhere on the site", "!Latest figures show growth.")),
    Cue("also read", r"\W*(?:also read|read also|read more|read|see also|watch also|also see|also watch|watch|see more|related|related (?:story|article|news|link|post|video|topic|read)s?|more|more on this|must read|recommended|full coverage|read (?:more )?(?:on|about|at)|continue reading|full (?:story|text|article)|don'?t miss|up next|in pictures?|listen|gallery|video)\s?[:|>»→](?: ?[^\s].{0,168})?", "",
        ("Also read: Minister leaves for Minsk", "READ MORE: What we know", "Read | Who said what", "See also: Timeline", "RELATED: Who came", "Watch: how the day went", "RECOMMENDED: Ten pictures of snow", "!Previously the group met twice.")),
    Cue("also read", r"\W*(?:also on this page|also on (?:the|our) (?:site|page)|more on (?:the|our) (?:site|page)|on other pages)\b.{0,300}", "",
        ("Also on this page: crossword, weather", "!Also on the agenda was trade.")),
    Cue("also read", r"\W*(?:read more|also read|read also|see also|watch also|read next|related|further reading|more on this)\W*", "heads", ("READ MORE", "Also read:", "See also", "!See also what he did.")),
    Cue("also read", r"\W*(?:see more|read (?:the )?full (?:story|article|text)|continue reading|learn more|show more|load more|view more|view all|see all|show all|more\W{1,3}|read less|show less|back to (?:top|list|home|news)|go back|top of (?:the )?page|click (?:here|to)(?: .{0,120})?|tap (?:here|to) .{0,80}|skip to (?:content|main content|navigation))\W*", "",
        ("Back to top", "Continue reading →", "Skip to content", "Click here for more", "!He did not go back home.")),
    Cue("related list", r"\W*end of (?:list|related (?:stories|articles))\W*", "end", ("end of list", "!End of year lists")),
    # --- sharing and tools ---
    Cue("comment form", r"\W*comments?\W{0,3}\(\d{1,6}\)(?: closed)?\W*", "foot", ("Comments (7) Closed", "Comments (2)", "!Comments (of two kinds) came.")),
    Cue("share line", r"\W*(?:share|tweet|follow|like|send|print|email|save|bookmark|copy|post|pin|listen|download)(?: (?:this|the|it|on|to|via|by|with|your|a|story|article|page|news|post|link|friends?|facebook|twitter|x|whatsapp|telegram|linkedin|email|e-mail|email this|us|me|now|pdf|version|friendly|for|later|url|more))*\W*", "",
        ("Share", "Share this article", "Share on Facebook", "Tweet", "Print this page", "Email this article to a friend", "Copy link", "Save for later", "!Send troops now")),
    Cue("share line", r"\W*(?:(?:share|shares|shared|tweet|tweets|retweet|facebook|twitter|whats ?app|telegram|linkedin|linked in|pinterest|reddit|instagram|youtube|you tube|tumblr|email|e-mail|print|printer|friendly|version|copy|link|url|comments?|like|likes|count|views?|save|send|text|size|font|rss|feed|wechat|weibo|vkontakte|vk|odnoklassniki|ok|viber|messenger|google|plus|follow|a{1,2}(?!a)|\+|-|pdf|back to top|top|to|on|this|page|icon|x|mail|skype|line|small|medium|large|flipboard|bluesky|threads|rutube|dzen|\d{1,6}(?!\d))[\s|/,.•·()\[\]:&]{0,6}){2,40}", "",
        ("Facebook Tweet  WhatsApp Share  9", "Email WhatsApp Copy link", "A- A A+", "Print | Email | Share", "Text size: A A", "VK OK Telegram", "!Share of votes")),
    Cue("page tools", r"\W*(?:\d{1,3} ?(?:min|mins|minute|minutes)\.? ?(?:read|reading|listen)|reading time\W.{0,30}|(?:estimated )?read(?:ing)? time\W.{0,20}|listen to (?:this )?(?:article|story).{0,30}|audio by .{0,30}|\d{1,9} ?(?:views?|reads?|shares?|hits|comments?|likes?|reactions?|readers)|(?:views?|reads?|hits|shares?|viewed|read|times read)\W{0,3}\(?\d[\d,. ]{0,10}\)?(?: times| closed)?|comments? (?:are )?(?:closed|off|disabled)\.?|no comments?(?: yet)?\.?|.{0,40}\b(?:read|viewed|seen|visited) \d[\d,. ]{0,12} times?|add (?:a )?comment|\(?\d{1,6}\)?|font size.{0,20}|text size.{0,20}|listen|play|pause|mute|close|menu|search|subscribe|sign in|sign up|log ?in|log ?out|register|login / register|my account|e-?paper|live tv|live|premium|change size|donate|newsletter|newsletters|english|edition|language|languages|advertise|advertise with us|contact|contact us|about|about us|home|home ?page|site ?map|faq|help|careers|jobs|privacy|terms|cookies)\W*", "",
        ("2 min read", "1204 views", "Views: 1,204", "Add a comment", "Sign in", "Menu", "Contact us", "Reading time: 3 minutes", "!Home affairs ministers met")),
    Cue("page number", r"\W*(?:page )?\d{1,3}(?: of \d{1,3})?\W*|\W*[【\[(]?\d[\d\s【】\[\]()]{1,110}(?:next|last|>|>>|»)?\W*|\W*(?:\d{1,3}\s{1,4}){1,20}(?:next(?: page)?|last)\W*|\W*(?:next|previous|prev|older|newer|first|last)(?: (?:page|post|posts|article|articles|story|news|entries))?\W*", "",
        ("【1】 【2】 【3】", "Page 2 of 3", "1 2 3 Next", "Next page »", "Previous", "!Next week's summit")),
    Cue("error page", r"\W*sorry\W*|\W*(?:error|oops|whoops)\W{1,3}(?:\d{3}|we(?:'|’| a)re sorry|page not found|something went wrong).{0,160}|\W*(?:error )?(?:403|404|500|502|503)\W{0,3}(?:not found|forbidden|error|page not found|internal server error|service unavailable)\W*|\W*(?:the |this )?page (?:you (?:were|are|requested)|not found|cannot be found|could not be found|does not exist).{0,160}|\W*access denied\W*", "",
        ("Sorry!!", "404 Not Found", "Error! We're sorry, but the page you wanted is not here.", "Page not found", "!Sorry seems to be the hardest word of all."), long=True, hints=("sorry", "error", "oops", "page", "denied", "40", "50")),
    # --- stamps without a date ---
    Cue("relative stamp", r"\W*(?:(?:last )?(?:updated|published|posted|modified|edited)\W{0,3})?(?:about |over )?(?:an?|\d{1,3}|one|two|three|few|a few|several) ?(?:s|m|h|d|sec|secs|second|seconds|min|mins|minute|minutes|hr|hrs|hour|hours|day|days|week|weeks|month|months|year|years|wks?|mos?|yrs?) ago(?:\W{1,5}\d{1,3} min(?:ute)?s?(?: read)?)?\W*|\W*just now\W*|\W*\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?\W*|\W*(?:yesterday|today)(?:,? (?:at )?\d{1,2}[:.]\d\d(?: ?[ap]m)?)\W*", "",
        ("Updated 3 hours ago", "3 hours ago", "Updated 3 hours ago · 2 min read", "2h ago", "!Two years ago they met.")),
    # --- who made it ---
    Cue("editor line", r"\W*(?:(?:web|copy|managing|desk|responsible|executive|online|site|news|page|chief|photo|translation)?[ -]?editors?(?:[- ]in[- ]chief)?|edited by|editing by|proofread(?:er|ing)?(?: by)?|translated by|translators?|translation by|authors?|writers?|sources?(?:\(s\))?|producers?|photographers?|produced by|compiled by|contributed by|uploaded by|posted by|published by|prepared by|designed by|webmaster|责任编辑|来源)\s?[:：|] ?.{0,160}|\W*(?:reporter|correspondent)s?\s?[:：] ?\S{2,30}(?: [^\s?.!]{1,30}){0,3}\W*", "",
        ("(Editor:Li Na、Wu Hao)", "Editor: Wang Li", "Web editor: Li Na, Wu Hao", "Source: News agency", "Edited by: A. Reader", "!Editors met in Beijing on Tuesday.")),
    Cue("editor line", r"\W*(?:reporting|writing|additional reporting|editing|reported|written|compiled|edited|translated) (?:by|and \w+ by|and editing by|by the) .{2,300}", "",
        ("Reporting by A. Reader; Editing by B. Writer", "(Reporting by A. Reader in Moscow; editing by C. Checker)", "Additional reporting by D. Third", "!Reporting on the talks was sparse.")),
    Cue("editor line", r"\W*(?:with (?:inputs?|input) from|with (?:additional )?(?:agency|agencies|reporting|material|files|information) (?:inputs?|from|by)|inputs from|agencies contributed|this (?:story|article|copy|post|news story|news item) (?:has|was|is|first|originally|appeared)(?: \w+){0,3} (?:been )?(?:not been )?(?:edited|auto[- ]?generated|generated|translated|first published|provided|syndicated|sourced|supplied|published from|published in|published on)|(?:except for|barring) the headline|the (?:above|following) (?:news|article|press release|story|text) (?:is|was|has)|a version of this (?:article|story)|this (?:is an? )?(?:auto|machine)[- ]?(?:generated|translated)|(?:correction|clarification|editor'?s? note|disclaimer|note to editors)\s?:|the (?:views|opinions|facts)(?: and (?:views|opinions))? expressed|opinions expressed|views expressed|the (?:author|writer|columnist|reporter)s? (?:is|are) (?:an?|the|with|based|former|senior|currently|from|not|solely)\b|contact (?:the|this) (?:writer|reporter|author|editor)s?\b|(?:write|email|reach) (?:to )?(?:us|him|her|me|the (?:author|writer|reporter|editor)) (?:at|on)\b|follow (?:the author|him|her|me|us) (?:on|at)\b|if you (?:have|spot|find|notice|see|would like|want) (?:a|an|any|to)\b(?: \w+){0,6} (?:tip|error|mistake|typo|story|question|comment|feedback|contact|mistakes|errors)).*", "",
        ("With inputs from agencies", "(This story has not been edited by our staff and is auto-generated from a feed.)", "The author is a professor of history.", "Contact the writers at desk@example.org", "!The writer Chingiz Aitmatov was born there.", "!This story began in 2001.", "!Reach the summit they did not."), True),
    Cue("editor line", r".{2,200}\bcontributed (?:to this (?:report|story|article)|reporting(?: from \w+)?)\W*", "", ("An agency writer in Prague contributed to this report.", "!He contributed to peace."), True, hints=("contributed",)),
    Cue("reader notice", r"\W*(?:.{0,120}\bcan be (?:reached|contacted) (?:at|on|via|by) .{0,60}(?:@|\d{5}).{0,80}|.{0,120}\b(?:reach us|write to us|contact us|contact me) (?:at|on|via|by) .{1,200}|.{0,60}has been declared an? .{0,3}undesirable organi[sz]ation.{0,80}|.{2,60}\(@\w{1,30}\).{0,30})\W*", "",
        ("(The desk can be reached at desk@example.org)", "Write to us at desk@example.org", "The Mirror has been declared an undesirable organization", "A. Reader (@areader)", "!A deal can be reached by June."), True,
        hints=("can be reached", "can be contacted", "reach us", "write to us", "contact us", "contact me", "undesirable organi", "(@")),
    Cue("reader notice", r"\W*(?:based on (?:reporting|materials?) (?:by|from) .{1,200}|you (?:may|can|are free to) (?:also )?(?:place this material|republish|reprint|repost|embed) ?(?:this|the|our|it|more|us)?\b.{0,200}|to find out more\b.{0,80}|this is (?:a )?cached page.{0,200}|if you are in .{2,200}\bplease note\b.{0,300}|reply to @?\w+|pic\.twitter\.com/\S+|(?:original|source|full)[- ](?:news|article|source|story|text|link|url|post)\s?:.{0,300}|the post .{0,300}(?:appeared first on|has been shared by).{0,200}|dear (?:visitor|reader|readers|user)s?\b.{0,400}|(?:do|did) you (?:like|find) this (?:article|story|page).{0,100}|was this (?:article|page|story) (?:helpful|useful).{0,60}|for (?:all )?(?:the )?(?:latest|breaking|live|daily) (?:[\w'’-]+ ){0,4}(?:news|updates|headlines|stories|analysis)\b.{0,200}|for more (?:news|stories|updates|headlines|such|of the latest)\b.{0,160}|get (?:the )?(?:live|latest|breaking|all|daily|your|instant|free) .{0,80}\b(?:quotes|news|alerts|updates|briefing)\b.{0,120}|(?:\()?release id\s?[:#].{0,160}|visitor counter.{0,40}|read this release in.{0,160}|our standards\s?:.{0,120}|start (?:a|the) (?:conversation|discussion)|this (?:article|story|post) has no comments?\b.{0,60}|no comments?(?: yet| so far| found)\W*(?:be the first.{0,40})?|be the first to (?:comment|review|know|like|share|react|reply)\b.{0,40}|accessibility links|from \w+, the free .{1,120}|(?:jump to:? ?(?:navigation|search|content)[\s,:]{0,3}){1,3}|edit(?: source)?|(?:an? )?(?:archive|archived|file|stock|illustrative|illustration) (?:photo|image|picture)s?|(?:xs|sm|md|lg)(?:\s(?:xs|sm|md|lg)){0,3}|su mo tu we th fr sa|mo tu we th fr sa su|have a (?:news )?tip.{0,120}|news ?(?:id|code)\s?[:#]?\s?\d{1,12}|(?:story|article|item|news) (?:code|number|no|id)\.?\s?[:#].{0,60}|(?:this|the) (?:article|story|post|piece|op-ed|column|commentary|essay) (?:was |has been )?(?:also |first |originally )(?:first )?(?:appeared|published|posted|reprinted|republished)\b.{0,200})\W*", "",
        ("Based on reporting by two agencies", "You may republish this on your blog by copying the link.", "Dear visitor, the comments section will return.", "For all the latest news, download our app", "GET LIVE QUOTES & NEWS", "(Release ID: 1920000) Visitor Counter : 1043", "News ID 12345", "Our Standards: The Principles.", "This article was first published in the weekly.", "!You may find the lake dry in August, he said.", "!The report was adopted on Tuesday.", "!For more than a year they visited nobody.", "!No comment was given by the ministry.", "!The story was published on Tuesday."), True),
    Cue("reader notice", r"\W*first (?:appeared|published) (?:in|on|at) .{1,80}", "", ("First published in Harbour Times", "!The first published list named six.")),
    Cue("reader notice", r"\W*(?:.{0,60}\bbrowsers?\b.{0,60}(?:out of date|not support|n['’]t support|not compatible|compatible|javascript|html5|updated?|upgraded?|can be found below).{0,200}|.{0,300}\bclick here\b.{0,160}|.{0,40}\baudio player\b.{0,60})\W*", "",
        ("Your browser is out of date and may show this page badly.", "Getting your audio player ready...", "To find your gauge, click here and wait", "!Browsers of the bazaar found carpets."), True,
        hints=("browser", "click here", "audio player")),
    Cue("reader notice", r"\W*(?:(?:please )?(?:update|upgrade|switch) your browser.{0,100}|just click on .{0,160}|(?:quickly )?share (?:your|this|the) (?:experiences?|thoughts|views|feedback|news|story|article|post)\b.{0,200}|thank you for (?:sharing|reading|subscribing|visiting|your (?:feedback|interest|support|comment)|reaching)\b.{0,160}|(?:more )?details? (?:later|soon|to follow|awaited|shortly)|more (?:details )?(?:to follow|soon)|this is a developing story.{0,120}|stay in the know.{0,200}|explore what .{0,80} can do for you|(?:image|photo|text|page|article) (?:loading|not found).{0,40})\W*", "",
        ("Please Update your browser", "Share your experiences and suggestions with us. We listen.", "Details later…", "!He shared the news with nobody."), True),
    Cue("reader notice", r"\W*(?:an official website of .{0,100}|here['’]s how you know|official websites use .{0,30}|(?:an? )?\.?\w{2,4} website belongs to .{0,160}|secure \.?\w{2,4} websites use .{0,40}|an? (?:padlock|lock) .{0,60}(?:means|safely).{0,240}|you have accessed part of .{0,300}|(?:for )?immediate release|this post was originally published .{0,120}|the (?:article|story|page|content) is more than .{0,40}|get .{2,60} in your inbox.{0,60}|this (?:page|site|content) (?:is|was) (?:archived|last|no longer).{0,160})\W*", "",
        ("An official website of the State of Delta", "Here's how you know", "Immediate Release", "Get the Mirror in your inbox:", "The article is more than 3 years old", "!An official website opened on Tuesday."), True),
    Cue("reader notice", r"\W*(?:.{0,200}\b(?:turn(?:ing)? off|disabl(?:e|ing)|switch(?:ing)? off|whitelist(?:ing)?|pause|using an)\b.{0,40}\bad[ -]?block(?:er|ers|ing)?\b.{0,200}|.{0,60}\b(?:ad[ -]?block(?:er|ers|ing)?)\b.{0,60}\b(?:off|detected|disabled?|whitelist).{0,200}|.{0,60}\bplease upgrade to the (?:latest|newest) version\b.{0,160})\W*", "",
        ("Dear friend, ads keep us going. Please take a moment to turn off Adblock on our site.", "We see you are using an ad blocker", "Please upgrade to the latest version of the viewer", "!They blocked the ad in May."), True,
        hints=("block", "upgrade to the")),
    # --- agency ends ---
    Cue("agency tail", r"(?:[-–—=*#_\s]|\b(?:end ?item|item ends|ends?|zz|mf|to be continued)\b){1,30}|[a-z]{2,4}(?:/[a-z]{2,4}){1,5}", "",
        ("ENDITEM", "Item ends", "***", "- - -", "###", "ab/cd/efg", "!Endless talks")),
    Cue("agency tail", r"\W*[A-Z]{2,4}(?:/[A-Z]{2,4}){1,5}\W*|PTI(?: [A-Z]{2,4}){1,6}|[A-Z]{2,5} [A-Z]{2,4} [A-Z]{2,4}|[A-Z]{2,6}/[A-Za-z]{2,14}(?:/[A-Za-z0-9]{2,14})?|[A-Z]{2,5}/\d{2,10}", "",
        ("ZZ/YY/XX", "PTI ABC DEF", "ABB/Savvy", "MNA/5827431", "!UN and EU agree"), cased=True),
    # --- advertisements, subscription ---
    Cue("advertisement", r"\W*(?:advertisements?|adverti[sz]ing|ads?|sponsored(?: content| by .{1,60}| links?)?|promoted(?: content| stories| links?)?|paid content|partner content|promo|story continues (?:below|after).{0,60}|article continues (?:below|after).{0,60}|(?:scroll|keep scrolling) (?:down )?(?:to|for) .{0,60}|continue (?:below|after) .{0,40}|remove ads?|ad feedback|taboola|outbrain)\W*", "",
        ("Advertisement", "ADVERTISEMENT", "Story continues below advertisement", "Sponsored by a bank", "Scroll to continue", "!Ads were banned.")),
    Cue("advertisement", r"\W*(?:advertisement|advert|ad|sponsored|promotion|promoted|classifieds?)\s?[:|–—-] .{1,300}", "",
        ("Advertisement: FLY AWAY FROM $99", "Sponsored: Save on tyres", "!Advertising revenue fell")),
    Cue("subscribe line", r"\W*(?:please )?(?:subscribe|sign up|sign in|sign-up|register|log ?in|join|follow|download|install|get|receive|support|donate|become an?|enter your|stay (?:tuned|connected|updated|informed|up to date)|catch (?:all|up)|never miss|don'?t miss|unlock|start your|click|like us|visit us|turn on|enable|add us|share your|tell us|have your say|we (?:would|want|'d))\b(?: [\w'’-]+){0,12}? (?:newsletters?|e-?mail|inbox|alerts?|channels?|app|apps|notifications?|facebook|twitter|telegram|whatsapp|instagram|youtube|subscription|subscriber|subscribers|account|trial|member|free|here|comments?|javascript|latest (?:news|updates|headlines|stories)|breaking news|updates|google news|android|iphone|ios|play store|app store|linkedin|premium|us on .{1,30}|thoughts)\b.{0,200}", "",
        ("Sign up for our newsletter", "Subscribe to our newsletter for the latest news", "Follow us on Facebook and Twitter", "Join our Telegram channel", "Download the app for Android and iOS", "Get the latest news in your inbox", "!Join the organization in 2024 it did not.")),
    Cue("subscribe line", r"\W*(?:please )?(?:subscribe|sign up|register|join|follow|download|get|receive|stay (?:tuned|connected|updated|informed)|never miss|don'?t miss|like|click|visit|find|catch|keep up|add|you can (?:also )?(?:follow|find|subscribe))\b.{0,120}\b(?:newsletters?|inbox|facebook|twitter|telegram|whatsapp|instagram|youtube|linkedin|tiktok|google news|app store|play store|our (?:mobile )?app|our channels?|breaking news alerts|javascript)\b.{0,200}", "",
        ("Follow our Telegram channel to get the news as it happens, wherever you are today and tomorrow.", "!Register of ships shows no change."), True),
    Cue("subscribe line", r"\W*(?:subscribe(?: (?:now|today|for \S{1,20}|to (?:our|the|us).{0,60}))?|sign up(?: (?:now|today|here|for free))?|follow us(?: on)?(?: \w+){0,3}|your (?:e-?mail )?address.{0,80}|enter (?:your )?(?:e-?mail|name).{0,60}|by (?:signing up|subscribing|continuing|clicking|registering).{0,240}|already (?:a|an|have an?) (?:subscriber|member|account).{0,60}|thank you for (?:subscribing|reading|signing|registering).{0,120}|thanks for (?:reading|subscribing|signing).{0,120}|(?:please )?(?:enable|turn on) javascript.{0,160}|javascript (?:is|must be|needs to be).{0,200}|your browser (?:does not|doesn'?t|is).{0,200}|you (?:need|must|have) to (?:enable|log ?in|sign in|be logged in|register).{0,160}|please (?:try again|check|wait|enter|select|confirm|verify|log ?in|sign in).{0,160}|sorry, (?:your|the|this|we).{0,160}|loading\W{0,4}(?:comments)?\W*|all fields are.{0,60}|required fields.{0,60}|(?:fields marked|\* ?required).{0,60})\W*", "",
        ("Subscribe now", "Subscribe for $1", "Follow us", "Your email address will not be published.", "Already a subscriber? Sign in", "Please enable JavaScript to view the comments.", "Loading...", "!Please the crowd they did.")),
    Cue("cookie notice", r"(?:\W*|.{0,80}\b)(?:(?:use|uses|using|accept|accepting|placing|set) (?:of )?(?:\w+ ){0,4}cookies|cookies? (?:policy|settings|preferences|consent|notice|help us|are)|privacy policy and|consent to (?:our|the) (?:use of cookies|processing of (?:my|your)))\b.{0,600}", "",
        ("We use cookies to make the site work.", "This website uses cookies.", "By continuing you accept our use of cookies.", "Accept all cookies", "!She baked biscuits.", "!They gave consent to the use of force."), True, hints=("cookie", "privacy policy", "consent to")),
    Cue("cookie notice", r"\W*(?:accept|accept all|reject all|decline|got it|i agree|agree|ok|manage (?:preferences|settings|consent)|cookie (?:policy|settings)|privacy (?:policy|settings|notice|statement|center)|terms (?:of (?:use|service)|and conditions|& conditions)(?: \| privacy policy)?|terms|do not sell .{0,60}|legal (?:notice|information)|disclaimer|imprint|accessibility(?: statement)?)\W*", "",
        ("Accept all", "Privacy Policy", "Terms and Conditions", "Got it!", "!They agree to meet.")),
    # --- comments ---
    Cue("comment form", r"\W*(?:leave (?:your|a|us a) (?:comment|reply|message|feedback)s?|post (?:a |your )?(?:comment|reply)|write (?:a |your )?comments?|join the (?:conversation|discussion)|have your say|what do you think\??|comments?|your comments?|reader comments?|readers' comments?|view comments?|show comments?|all comments|(?:be the )?first to comment|comment on this (?:story|article)|comments? (?:policy|guidelines|section|rules)|cancel reply|reply|replies|log ?in to (?:post|comment|reply).{0,60}|sign in to (?:post|comment).{0,60}|\d{1,5} (?:comments?|replies|responses|thoughts on .{1,200})|(?:comments?|responses) (?:to|on) [\"“].{1,200}|sort by\W.{0,40}|newest|oldest|best rated|worst rated|to comment, .{0,80}|we (?:welcome|encourage|moderate) .{0,40}comments.{0,200})\W*", "foot",
        ("Leave your comment", "Leave a reply", "Post a comment", "Comments", "12 comments", "Join the conversation", "!Comments by the minister were brief.")),
    Cue("comment form", r"\W*(?:name|e-?mail|website|your name|your e-?mail|your comment|message|subject|captcha|security code|submit|send|cancel|characters (?:left|remaining).{0,20}|\d{1,5} characters.{0,20})(?: ?\*| ?\((?:required|optional)\))?\s?[:*]?\W*", "",
        ("Name:", "Email *", "Submit", "Your comment", "!Name of the game")),
    # --- tags, captions of nothing, credits ---
    Cue("tags", r"\W*hash ?tags?\W*|\W*(?:tags?|topics?|publication|keywords?|key words|filed under|categor(?:y|ies)|labels?|in this (?:article|story)|posted in|tagged(?: (?:with|as))?|related (?:tags|topics))\s?[:：|] ?.{0,300}|\W*#\w+(?:[\s,]{1,3}#\w+){0,30}\W*|\W*(?:published|posted|filed) (?:in|under) \w+(?: \w+){0,3}\W*|\W*full coverage of .{1,80}", "",
        ("Tags: defence, summit", "Topics: Asia", "Filed under: World", "#summit #defence", "!Countries of the bloc met.")),
    Cue("photo credit", r"\W*(?:(?:file )?(?:photo|photos|photograph|image|picture|pic|video|source|credit|courtesy|photo credit|image credit|picture credit|image source|photo courtesy|photo source|getty images|illustration|map|graphic)s?(?: (?:by|from|of|courtesy|credit|source|via))?\s?[:：/,] ?[^.!?]{0,80}|(?:file )?(?:photo|image|picture|photograph)s? (?:by|via|courtesy(?: of)?|from) (?:[^.!?]|\b[a-z]\.){2,60}|(?:enlarge|expand|zoom|view|open)(?: this)? (?:image|photo|picture)s?.{0,40}|(?:afp|ap|reuters|epa|getty|xinhua|ap|tass|pti|ani)? ?(?:file )?(?:photo|image|picture)s?|image|getty images)\W*", "",
        ("Photo: News agency", "Image source, Getty Images", "Photo by A. Reader", "File photo", "Enlarge this image", "!Photo exhibitions opened in two towns.")),
    # --- rights, addresses ---
    Cue("copyright line", r"(?:\W*|.{0,120}\W)(?:all rights? (?:are )?reserved|legal (?:warning|disclaimer|notice)\s?:|all rights (?:of|to|in) the\b|copyright\s?(?:©|\(c\)|\d{4}|by|notice)|©\s?\w|\(c\)\s?(?:copyright|\d{4})|(?:material|content|article|part|page|copy)s? may not be (?:published|reproduced|broadcast|rewritten|copied|redistributed)|(?:reproduction|reprint(?:ing)?|republication|republishing|copying|citing|quoting|any use|partial use|use of (?:the )?(?:materials?|content|site|news))[\w ,.'’-]{0,120} (?:is (?:strictly )?prohibited|is (?:permitted|allowed) (?:only|with)|without (?:the )?(?:prior |written |express |our ){0,2}(?:permission|consent|reference|attribution)|must (?:be accompanied|include)|requires? an? (?:hyperlink|reference))|no part of this (?:publication|site|website|article|material|page|content)|when (?:using|citing|quoting|reprinting) (?:\w+ ){0,6}(?:materials?|hyperlink|reference to)|licen[sc]e no\.? ?\S{0,12}\d|registration (?:no|number|certificate)(?: no)?[.:]{0,2} ?\S{0,12}\d).{0,500}|\W*(?:powered|hosted|designed|developed|maintained)(?: and \w+)? by \S{2,40}(?: \S{1,30}){0,4}|.{0,40}icp(?:备| licen[sc]e).{0,80}", "foot",
        ("Copyright (c) 2019. Licence No. 5/X", "© Harbour Paper 1998.", "All rights reserved.", "This material may not be published, broadcast or rewritten.", "Powered by Press", "!The right of reply was reserved.", "!Use of force without approval is no option.", "!(c) The ministers agreed on a plan.", "!No part of this treaty holds."), True,
        hints=("all right", "legal ", "copyright", "©", "(c)", "may not be", "reproduction", "reprint", "republi", "copying", "citing", "quoting", "any use", "partial use", "use of", "no part of", "licence no", "license no", "registration", "powered", "hosted", "designed", "developed", "maintained", "icp")),
    Cue("address line", r"\W*(?:tel|phone|fax|mobile|address|e-?mail|contact|contacts|hotline|whatsapp|our address|editorial office|newsroom|head office)\s?[.:：] ?.{0,200}|\W*(?:[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{2,40}[\s,;|]{0,3}){1,4}\W*|\W*(?:https?://|www\.)\S{1,400}\W*", "",
        ("Tel: 555-2013", "desk@example.org", "https://example.org/a/b", "Address: 1 Press Street", "!Call for calm")),
    Cue("address line", r".{0,200}\b(?:(?:tel|phone|fax|ph|telephone)\b[\s.:+()]{0,5}\d[\d\s()+-]{5,20}|(?:call|contact)\b[\s:+]{0,3}\d[\d() ]{0,8}-\d[\d-]{2,12}).{0,200}", "",
        ("Guided tours: Fridays, 10:00. Call 555-2040.", "Press office, tel. +99 555 20 13", "!They call 200 000 reservists."), True, hints=("tel", "ph", "fax", "call", "contact")),
    Cue("address line", r"\W*(?:for (?:more|further|additional|media|press|general) (?:information|details|inquiries|enquiries|queries|questions)|media contacts?|press contacts?|media inquiries|about (?:the )?(?:author|reporter|writer)s?)\b(?:\s?:|$|,? (?:please|contact|call|visit|see|go to|write|email)\b).{0,300}", "",
        ("For more information, visit our site.", "Media contact: A. Reader", "About the author", "!For more information the ministers waited.")),
    # --- navigation that stands alone ---
    Cue("navigation", r"\W*(?:you are (?:here|at)|home) ?(?:[:>»›/|→]|::).{0,200}|\W*(?:go to|back to|return to|switch to|select|choose)(?: the)? (?:home ?page|main page|top|navigation|full site|mobile version|desktop version|homepage|news list)\b.{0,40}|\W*(?:today'?s paper|e-?paper|print edition|live tv|weather|horoscopes?|crosswords?|archives?|rss|toggle navigation|open menu|close menu|main menu|search for|search|advanced search|all sections|breadcrumbs?|table of contents|navigation|quick links|useful links|partners|our partners|web ?sites?|links|apps?|mobile|desktop version|full version|mobile version)\W*", "",
        ("You are here: Home > News", "Home > World > Asia", "Back to homepage", "Toggle navigation", "Today's paper", "!Search teams reached the village.")),
)  # fmt: skip

#: Words that name sections of a paper and stand alone or in a row in menus.
SECTIONS = frozenset(
    """home news world national nation local politics political business economy markets money finance sport sports
    opinion opinions editorial editorials culture society lifestyle life style entertainment travel science sci-tech
    tech technology health education environment climate military defence defense security photo photos video videos
    gallery galleries multimedia features feature special specials coverage blog blogs columns column columnists
    analysis interview interviews latest headlines top stories archive archives about contact us search weather
    magazine books arts art music film fashion food auto autos property real estate jobs classifieds epaper e-paper
    live tv radio podcast podcasts games puzzles crosswords obituaries letters comment comments diplomacy foreign
    affairs domestic international region regional asia africa europe americas america middle east pacific south
    central north west eurasia china india pakistan russia iran uk us usa global people law crime courts
    accidents incidents history press releases release media photogallery cpc online english
    agencies newspaper today's paper prism images dawn herald aurora icon more menu subscribe sign in log login
    register my account newsletters rss feed services advertising donate shop store""".split()
)

#: Longer lines are stories or hold one: no row describes them.
LONGEST = 700


class _Rows:
    """Rows that are asked together: the plain ones as one pattern, those with hints or in their own case one by one."""

    __slots__ = ("apart", "numbers", "plain")

    def __init__(self, numbers: Iterable[int]) -> None:
        rows = [(number, CUES[number]) for number in numbers]
        self.numbers = [number for number, cue in rows if not (cue.hints or cue.cased)]
        # Of several alternatives the first that describes the line is found, which is the first row.
        self.plain = re.compile("|".join(f"({CUES[number].pattern})" for number in self.numbers))
        self.apart = tuple((number, cue, re.compile(cue.pattern)) for number, cue in rows if cue.hints or cue.cased)


_ALL = _Rows(range(len(CUES)))
_LONG = _Rows(number for number, cue in enumerate(CUES) if cue.long)


#: Rows to be asked one by one: number, row, pattern, and those of its hints that the page holds.
Hinted = tuple[tuple[int, Cue, re.Pattern[str], tuple[str, ...]], ...]


def hinted_in(text: str) -> tuple[Hinted, Hinted]:
    """The rows that may describe one of the lines of `text`, by its words: of all rows, and of the `long` ones."""
    holds = text.lower().__contains__
    every = [(number, cue, pattern, tuple(filter(holds, cue.hints))) for number, cue, pattern in _ALL.apart]
    may = tuple([row for row in every if row[3] or not row[1].hints])
    return may, tuple([row for row in may if row[1].long])


def cue_of(text: str, *, is_sentence: bool = False, hinted: tuple[Hinted, Hinted] | None = None) -> Cue | None:
    """The first row that describes the whole line; of running text only the `long` rows are asked.

    `hinted` is what `hinted_in` gives for all lines of a page: most rows need not be asked about any of them.
    """
    if len(text) > LONGEST:
        return None
    folded = text.lower()
    apart = (hinted or hinted_in(text))[is_sentence]
    rows = _LONG if is_sentence else _ALL
    plain = rows.plain.fullmatch(folded)
    first = rows.numbers[plain.lastindex - 1] if plain and plain.lastindex else len(CUES)
    for number, cue, pattern, hints in apart:
        if number > first:
            break
        if hints and not any(map(folded.__contains__, hints)):
            continue
        if pattern.fullmatch(text if cue.cased else folded):
            return cue
    return CUES[first] if plain else None
