/* A day leads to the list of members in force on it. Without this file the list of changes does the same. */
(function () {
  "use strict";
  var form = document.getElementById("goto");
  if (!form) return;
  var field = document.getElementById("goto-day");
  var note = document.getElementById("goto-note");
  var changes = Array.prototype.slice.call(document.querySelectorAll(".changes a[data-day]")).filter(function (link) {
    return link.dataset.day;
  }).sort(function (a, b) { return a.dataset.day < b.dataset.day ? -1 : 1; });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (!field.value) { note.textContent = "Choose a day first."; return; }
    var before = changes.filter(function (link) { return link.dataset.day <= field.value; });
    if (before.length) location.href = before[before.length - 1].href;
    else note.textContent = "Nothing is recorded so early; the first change is of " + (changes[0] ? changes[0].textContent : "a later day") + ".";
  });
})();
