/* Charts that can be magnified: the day in the middle stays in the middle. Without this file they are magnified all the same. */
(function () {
  "use strict";
  document.querySelectorAll("figure.lanes").forEach(function (figure) {
    var canvas = figure.querySelector(".canvas");
    var middle = 1; // the newest first
    function labels() {
      var label = canvas.querySelector(".lane-label");
      var lane = canvas.querySelector("svg.lane");
      return label && lane && lane.getBoundingClientRect().top < label.getBoundingClientRect().bottom ? label.offsetWidth : 0;
    }
    function width() { return canvas.querySelector("svg.lane").clientWidth || 1; }
    canvas.addEventListener("scroll", function () {
      var seen = canvas.clientWidth - labels();
      if (canvas.scrollWidth > canvas.clientWidth + 1) middle = (canvas.scrollLeft + seen / 2) / width();
    }, { passive: true });
    figure.addEventListener("change", function () {
      var seen = canvas.clientWidth - labels();
      canvas.scrollLeft = middle * width() - seen / 2;
    });
  });
})();
