// The left pane of narrow windows opens and closes; the user menu closes on Escape and on a click elsewhere; Help buttons
// show their text, Replace buttons the input for a new secret; inputs that count only for one choice of a drop-down are
// hidden for the others; Copy buttons copy; a refusal scrolls into sight; the page of a list stands in the address; a
// second click on a button does nothing while the first is at work.
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
  document.querySelectorAll(".mds-new").forEach(function (input) {
    input.hidden = true;
  });
  document.addEventListener("click", function (event) {
    var replace = event.target.closest(".mds-replace");
    if (replace) {
      var input = document.getElementById(replace.getAttribute("aria-controls"));
      input.hidden = false;
      replace.closest(".mds-kept").hidden = true;
      input.querySelector("input").focus();
    }
  });
  function showChosen() {
    document.querySelectorAll(".mds-when").forEach(function (part) {
      var choice = document.getElementById(part.dataset.of).value;
      part.hidden = part.dataset.choices.split(" ").indexOf(choice) < 0;
    });
  }
  document.addEventListener("change", showChosen);
  showChosen();
  // A page that comes back with a refused field or a question shows it, however far down it stands.
  var wanting = document.querySelector("main .ui-message-error, main [role=alert]");
  if (wanting && !document.querySelector("#messages .mds-error")) {
    wanting.scrollIntoView({block: "center"});
  }
  // The messages stand on top, the button may be far below. Polls leave them as they are: each scrolls once.
  var told = document.getElementById("messages");
  if (window.jQuery && told) {
    jQuery(document).on("pfAjaxComplete", function () {
      var messages = document.getElementById("messages");
      var refusal = messages !== told && messages.querySelector(".mds-error");
      told = messages;
      if (refusal) {
        refusal.scrollIntoView({block: "nearest"});
      }
    });
  }
  // Beside the filters, so that Back leads to where one was.
  function addressPages() {
    document.querySelectorAll(".mds-paged").forEach(function (list) {
      var pages = PrimeFaces.getWidgetById(list.id).getPaginator();
      var address = new URL(location.href);
      if (pages && pages.getCurrentPage() > 0) {
        address.searchParams.set("page", pages.getCurrentPage());
      } else {
        address.searchParams.delete("page");
      }
      history.replaceState(history.state, "", address);
    });
  }
  if (window.jQuery) {
    jQuery(document).on("pfAjaxComplete", addressPages);
  }
  // Long enough for a page to follow, short enough to fetch the same file again.
  var AT_WORK_MS = 10000;
  var sent = new WeakMap();
  document.addEventListener("submit", function (event) {
    var staysOpen = event.submitter && event.submitter.classList.contains("mds-download");
    if (Date.now() - (sent.get(event.target) || -AT_WORK_MS) < AT_WORK_MS) {
      event.preventDefault();
    } else if (!event.defaultPrevented && !staysOpen) {
      sent.set(event.target, Date.now());
    }
  });
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) {
      sent = new WeakMap();
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
