// The left pane of narrow windows opens and closes; the user menu closes on Escape and on a click elsewhere.
(function () {
  "use strict";
  var button = document.querySelector(".mds-menu-button");
  if (button) {
    button.addEventListener("click", function () {
      var open = document.body.classList.toggle("mds-menu-open");
      button.setAttribute("aria-expanded", String(open));
    });
  }
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
