/* The copy buttons of the preview's review page. Never published. */
document.querySelectorAll("pre[data-copy]").forEach(function (lines) {
  if (!navigator.clipboard) return;
  var button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.addEventListener("click", function () {
    navigator.clipboard.writeText(lines.textContent).then(function () {
      button.textContent = "Copied";
      setTimeout(function () { button.textContent = "Copy"; }, 2000);
    });
  });
  lines.before(button);
});
