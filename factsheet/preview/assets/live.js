// Ties an open page to the preview: loads it again after a change and keeps the reader's place.
// The token and the number of the build come with the script element, so nothing runs inline.
(() => {
  "use strict";
  const { token, number } = document.currentScript.dataset;
  const scrollKey = "preview_scroll:" + location.pathname;
  const protocols = ["http://livereload.com/protocols/official-7"];

  const reload = () => {
    try {
      sessionStorage.setItem(scrollKey, JSON.stringify([scrollX, scrollY]));
    } catch {
      // Without storage the page is still loaded again, only from its top.
    }
    location.reload();
  };

  const restoreScroll = () => {
    try {
      const place = sessionStorage.getItem(scrollKey);
      sessionStorage.removeItem(scrollKey);
      if (place) scrollTo({ left: JSON.parse(place)[0], top: JSON.parse(place)[1], behavior: "instant" });
    } catch {
      // See above.
    }
  };

  const countErrors = () => {
    const panel = document.getElementById("preview_panel");
    const errors = Number(panel?.dataset.errors ?? 0);
    if (errors) document.title = `(${errors === 1 ? "1 error" : errors + " errors"}) ${document.title}`;
  };

  // A preview that was ended and started again has a new token: then only a new page can listen.
  const waitForServer = (pause) => {
    setTimeout(async () => {
      try {
        await fetch(location.href, { method: "HEAD", cache: "no-store" });
        reload();
      } catch {
        waitForServer(Math.min(pause * 1.5, 5000));
      }
    }, pause);
  };

  const listen = () => {
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    const query = new URLSearchParams({ token, number });
    const socket = new WebSocket(`${scheme}//${location.host}/_preview/livereload?${query}`);
    let opened = false;
    socket.addEventListener("open", () => {
      opened = true;
      document.documentElement.dataset.preview = "listening";
      socket.send(JSON.stringify({ command: "hello", protocols }));
    });
    socket.addEventListener("message", (event) => {
      if (JSON.parse(event.data).command === "reload") reload();
    });
    socket.addEventListener("close", () => {
      document.documentElement.dataset.preview = "lost";
      // A socket that never opened would make a page that loads itself for ever.
      if (opened) waitForServer(500);
    });
  };

  countErrors();
  listen();
  if (document.readyState === "complete") restoreScroll();
  else addEventListener("load", restoreScroll);
})();
