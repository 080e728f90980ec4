/* Filters, brush and keys of a timeline. Nothing is rendered again: entries are hidden and shown, so that anchors and
   find-in-page stay good. The state is the query string. Without this file the page is whole. */
(function () {
  "use strict";
  var list = document.getElementById("list");
  if (!list) return;
  var entries = Array.prototype.slice.call(list.querySelectorAll("li.entry"));
  var form = document.getElementById("filter-form");
  var count = document.getElementById("count");
  var NAMES = ["text", "country", "person", "kind", "certainty", "from", "to"];
  var texts = null;

  function fold(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  function value(name) {
    var field = form && form.elements[name];
    return field ? field.value.trim() : "";
  }

  function has(listed, one) {
    return (" " + listed + " ").indexOf(" " + one + " ") >= 0;
  }

  function matches(entry, i, want) {
    var data = entry.dataset;
    if (want.country && !has(data.c, want.country)) return false;
    if (want.person && !has(data.p, want.person)) return false;
    if (want.kind && data.k !== want.kind) return false;
    if (want.certainty && data.x !== want.certainty) return false;
    // A date without a first or last day is open there: it may lie within any bound.
    if (want.from && data.t && data.t < want.from) return false;
    if (want.to && data.f && data.f > want.to) return false;
    return want.words.every(function (word) { return texts[i].indexOf(word) >= 0; });
  }

  function apply(announce) {
    var want = { words: fold(value("text")).split(/\s+/).filter(Boolean) };
    NAMES.slice(1).forEach(function (name) { want[name] = value(name); });
    var any = want.words.length > 0 || NAMES.slice(1).some(function (name) { return want[name]; });
    if (want.words.length && !texts) texts = entries.map(function (entry) { return fold(entry.textContent); });
    var shown = 0;
    entries.forEach(function (entry, i) {
      var keep = !any || matches(entry, i, want);
      entry.hidden = !keep;
      if (keep) shown += 1;
    });
    list.querySelectorAll(".silence").forEach(function (line) { line.hidden = any; });
    list.querySelectorAll(".fold, ol.entries, .month, .year").forEach(function (part) {
      part.hidden = any && !part.querySelector("li.entry:not([hidden])");
    });
    list.querySelectorAll(".fold > details").forEach(function (fold) { if (any) fold.open = true; });
    list.querySelectorAll("p.coarse-name").forEach(function (name) {
      var next = name.nextElementSibling;
      name.hidden = Boolean(next && next.hidden);
    });
    document.querySelectorAll(".bars [data-key]").forEach(function (bar) {
      var key = bar.dataset.key;
      bar.classList.toggle("out", Boolean((want.from && key < start(want.from)) || (want.to && key > want.to)));
    });
    if (announce || any) {
      count.textContent = any
        ? (shown === 0 ? "No event fits. Show all, or loosen a filter." : shown + " of " + entries.length + " events shown.")
        : "All " + entries.length + " events shown.";
    }
  }

  function start(day) {
    // The bar that holds the day begins at or before it.
    var found = day;
    document.querySelectorAll(".bars [data-key]").forEach(function (bar) {
      if (bar.dataset.key <= day) found = bar.dataset.key;
    });
    return found;
  }

  function remember() {
    var query = new URLSearchParams(location.search);
    NAMES.forEach(function (name) {
      var v = value(name);
      if (v) query.set(name, v); else query.delete(name);
    });
    var text = query.toString();
    try { history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash); } catch (e) { /* file: in some browsers */ }
  }

  function recall() {
    var query = new URLSearchParams(location.search);
    var any = false;
    NAMES.forEach(function (name) {
      var field = form.elements[name];
      if (field && query.get(name)) { field.value = query.get(name); any = any || Boolean(field.value); }
    });
    if (any) { document.getElementById("filters").open = true; apply(true); }
  }

  var timer = 0;
  function changed() {
    clearTimeout(timer);
    timer = setTimeout(function () { apply(true); remember(); }, 120);
  }

  if (form) {
    form.addEventListener("input", changed);
    form.addEventListener("change", changed);
    form.addEventListener("submit", function (event) { event.preventDefault(); changed(); });
    form.addEventListener("reset", function () { setTimeout(function () { apply(true); remember(); }, 0); });
    recall();
    brush();
  }

  /* Drag over the strip to set "from" and "to"; the two date fields do the same for the keyboard. */
  function brush() {
    var svg = document.querySelector(".bars");
    if (!svg) return;
    var bars = Array.prototype.slice.call(svg.querySelectorAll("[data-key]"));
    var from = null, box = null, moved = false;
    function at(event) {
      var frame = svg.getBoundingClientRect();
      var part = Math.min(0.9999, Math.max(0, (event.clientX - frame.left) / frame.width));
      return Math.floor(part * bars.length);
    }
    svg.addEventListener("pointerdown", function (event) {
      if (event.button === 0 && event.pointerType === "mouse") { from = { i: at(event), x: event.clientX }; moved = false; }
    });
    svg.addEventListener("dragstart", function (event) { event.preventDefault(); });
    window.addEventListener("pointermove", function (event) {
      if (!from || (!moved && Math.abs(event.clientX - from.x) < 8)) return;
      if (!moved) {
        moved = true;
        box = document.createElementNS("http://www.w3.org/2000/svg", "rect");
        box.setAttribute("class", "brush");
        box.setAttribute("y", "0");
        box.setAttribute("height", "76");
        svg.appendChild(box);
      }
      var a = Math.min(from.i, at(event)), b = Math.max(from.i, at(event));
      box.setAttribute("x", (100 * a / bars.length) + "%");
      box.setAttribute("width", (100 * (b - a + 1) / bars.length) + "%");
    });
    window.addEventListener("pointerup", function (event) {
      if (from && moved) {
        var a = Math.min(from.i, at(event)), b = Math.max(from.i, at(event));
        form.elements.from.value = bars[a].dataset.key;
        form.elements.to.value = b + 1 < bars.length ? dayBefore(bars[b + 1].dataset.key) : lastDay(bars);
        document.getElementById("filters").open = true;
        changed();
      }
      if (box) box.remove();
      from = box = null;
    });
    svg.addEventListener("click", function (event) { if (moved) { event.preventDefault(); moved = false; } }, true);
  }

  function dayBefore(day) {
    var date = new Date(day + "T00:00:00Z");
    date.setUTCDate(date.getUTCDate() - 1);
    return date.toISOString().slice(0, 10);
  }

  function lastDay(bars) {
    var first = new Date(bars[0].dataset.key + "T00:00:00Z"), last = new Date(bars[bars.length - 1].dataset.key + "T00:00:00Z");
    if (bars.length === 12 && first.getUTCFullYear() === last.getUTCFullYear()) last.setUTCMonth(last.getUTCMonth() + 1);
    else last.setUTCFullYear(last.getUTCFullYear() + 1);
    return dayBefore(last.toISOString().slice(0, 10));
  }

  /* Keys: j, k, o. They can be switched off, and never act while a field has the focus. */
  var box = document.getElementById("f-keys");
  function stored() {
    try { return localStorage.getItem("sitegen-keys") !== "off"; } catch (e) { return true; }
  }
  var on = stored();
  if (box) {
    box.checked = on;
    box.addEventListener("change", function (event) {
      event.stopPropagation();
      on = box.checked;
      try { localStorage.setItem("sitegen-keys", on ? "on" : "off"); } catch (e) { /* private mode */ }
    });
  }
  document.addEventListener("keydown", function (event) {
    if (!on || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key !== "j" && event.key !== "k" && event.key !== "o") return;
    var seen = entries.filter(function (entry) { return !entry.hidden && entry.getClientRects().length; });
    var here = document.activeElement && document.activeElement.closest("li.entry");
    if (event.key === "o") {
      var details = here && here.querySelector("details.evidence");
      if (details) details.open = !details.open;
      return;
    }
    var i = seen.indexOf(here);
    var next = i < 0 ? (event.key === "j" ? 0 : -1) : i + (event.key === "j" ? 1 : -1);
    if (seen[next]) seen[next].querySelector("h2 a, h3 a, h4 a, h5 a").focus();
  });

  /* An anchor into a folded day opens it; print shows the evidence. */
  function reveal() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var fold = target && target.closest(".fold > details");
    if (fold && !fold.open) { fold.open = true; target.scrollIntoView(); }
  }
  /* What the style sheet leaves for later is laid out bit by bit when the browser is idle: scroll bar and pictures of the page are then whole. */
  var late = Array.prototype.slice.call(document.querySelectorAll(".month"));
  function lay() {
    late.splice(0, 4).forEach(function (month) { month.classList.add("laid"); });
    if (late.length) requestIdleCallback(lay);
  }
  if (window.requestIdleCallback) window.addEventListener("load", function () { requestIdleCallback(lay); });

  window.addEventListener("hashchange", reveal);
  reveal();
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (part) { if (!part.open && !part.classList.contains("filters")) { part.open = true; part.dataset.printed = ""; } });
  });
  window.addEventListener("afterprint", function () {
    document.querySelectorAll("details[data-printed]").forEach(function (part) { part.open = false; delete part.dataset.printed; });
  });
})();
