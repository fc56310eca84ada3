// The left pane of narrow windows opens and closes; the user menu closes on Escape and on a click elsewhere; Help buttons
// show their text; Copy buttons copy.
(function () {
  "use strict";
  var button = document.querySelector(".mds-menu-button");
  if (button) {
    button.addEventListener("click", function () {
      var open = document.body.classList.toggle("mds-menu-open");
      button.setAttribute("aria-expanded", String(open));
    });
  }
  document.addEventListener("click", function (event) {
    var help = event.target.closest(".mds-help");
    if (help) {
      var text = document.getElementById(help.getAttribute("aria-controls"));
      text.hidden = !text.hidden;
      help.setAttribute("aria-expanded", String(!text.hidden));
    }
  });
  document.addEventListener("click", function (event) {
    var copy = event.target.closest(".mds-copy");
    if (copy) {
      navigator.clipboard.writeText(document.getElementById(copy.dataset.copy).textContent).then(function () {
        copy.nextElementSibling.textContent = copy.dataset.copied;
      });
    }
  });
  var user = document.querySelector(".mds-user");
  if (user) {
    document.addEventListener("click", function (event) {
      if (!user.contains(event.target)) {
        user.removeAttribute("open");
      }
    });
    user.addEventListener("keydown", function (event) {
      if (event.key === "Escape") {
        user.removeAttribute("open");
        user.querySelector("summary").focus();
      }
    });
  }
})();
