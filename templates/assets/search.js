/* Search over our own records. The index is fetched when the field is first used; results are made with textContent. */
(function () {
  "use strict";
  var finder = document.getElementById("finder");
  if (!finder || !window.MiniSearch) return;
  var form = document.getElementById("search-form");
  var found = document.getElementById("found");
  var results = document.getElementById("results");
  var fields = { q: form.elements.q, type: form.elements.type, country: form.elements.country, kind: form.elements.kind };
  var MOST = 60;
  var engine = null, documents = [], suffix = "", loading = null;

  function fold(term) {
    return term.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  function option(select, value, text) {
    var made = document.createElement("option");
    made.value = value;
    made.textContent = text;
    select.appendChild(made);
  }

  function get(url, fresh) {
    return fetch(url, fresh ? { cache: "no-cache" } : {}).then(function (answer) {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    });
  }

  function load() {
    if (loading) return loading;
    found.textContent = "Loading the index\u2026";
    var base = finder.dataset.index.replace(/[^/]*$/, "");
    loading = get(finder.dataset.index, true).then(function (index) {
      suffix = index.suffix;
      Object.keys(index.countries).map(function (code) { return [index.countries[code], code]; }).sort().forEach(function (c) {
        option(fields.country, c[1], c[0]);
      });
      return Promise.all(index.shards.map(function (shard) { return get(base + shard.file); }));
    }).then(function (shards) {
      shards.forEach(function (docs) { Array.prototype.push.apply(documents, docs); });
      var kinds = {};
      documents.forEach(function (doc, i) { doc.id = i; if (doc.k) kinds[doc.k] = true; });
      Object.keys(kinds).sort().forEach(function (kind) { option(fields.kind, kind, kind); });
      engine = new window.MiniSearch({
        fields: ["t", "x", "w"], storeFields: [], processTerm: fold,
        searchOptions: { boost: { t: 3 }, prefix: true, combineWith: "AND", fuzzy: function (term) { return term.length > 5 ? 0.15 : false; } }
      });
      engine.addAll(documents);
      recall();
    }).catch(function () {
      loading = null;
      found.textContent = location.protocol === "file:"
        ? "Search needs a web server. The indexes below work without one."
        : "The index could not be loaded. The indexes below work without it.";
    });
    return loading;
  }

  function passes(doc) {
    return (!fields.type.value || doc.y === fields.type.value)
      && (!fields.country.value || doc.c.indexOf(fields.country.value) >= 0)
      && (!fields.kind.value || doc.k === fields.kind.value);
  }

  function line(doc) {
    var item = document.createElement("li");
    var link = document.createElement("a");
    link.href = finder.dataset.root + doc.u + suffix;
    link.textContent = doc.t;
    var meta = document.createElement("span");
    meta.className = "meta";
    [doc.k || doc.y, doc.w].filter(Boolean).forEach(function (text) {
      var part = document.createElement("span");
      part.textContent = text;
      meta.appendChild(part);
      meta.appendChild(document.createTextNode(" "));
    });
    item.appendChild(link);
    item.appendChild(document.createTextNode(" "));
    item.appendChild(meta);
    return item;
  }

  function show() {
    if (!engine) return;
    var words = fields.q.value.trim();
    var narrowed = fields.type.value || fields.country.value || fields.kind.value;
    var hits = [];
    if (words) hits = engine.search(words).map(function (hit) { return documents[hit.id]; }).filter(passes);
    else if (narrowed) hits = documents.filter(passes);
    results.textContent = "";
    hits.slice(0, MOST).forEach(function (doc) { results.appendChild(line(doc)); });
    if (!words && !narrowed) found.textContent = "";
    else if (!hits.length) found.textContent = "Nothing found. Try fewer words, or the indexes below.";
    else found.textContent = hits.length + (hits.length === 1 ? " record" : " records") + (hits.length > MOST ? "; the first " + MOST + " are shown." : ".");
    remember();
  }

  function remember() {
    var query = new URLSearchParams();
    Object.keys(fields).forEach(function (name) { if (fields[name].value.trim()) query.set(name, fields[name].value.trim()); });
    var text = query.toString();
    try { history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash); } catch (e) { /* file: */ }
  }

  function recall() {
    var query = new URLSearchParams(location.search);
    Object.keys(fields).forEach(function (name) { if (query.get(name) && !fields[name].value) fields[name].value = query.get(name); });
    show();
    if (!fields.q.value) found.textContent = found.textContent.indexOf("Loading") === 0 ? "" : found.textContent;
  }

  var timer = 0;
  function changed() {
    load();
    clearTimeout(timer);
    timer = setTimeout(show, 120);
  }
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("focusin", load);
  form.addEventListener("submit", function (event) { event.preventDefault(); changed(); });
  if (location.search) load();
})();
