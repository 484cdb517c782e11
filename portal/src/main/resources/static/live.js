// Moves the counts of the live page as the server sends them; without it the page shows those of its opening.
(() => {
  const list = document.querySelector("[data-live]");
  const state = document.querySelector("[data-live-state]");
  if (!list || !window.EventSource) return;
  const source = new EventSource(list.dataset.live);
  source.addEventListener("progress", (event) => {
    const counts = JSON.parse(event.data);
    for (const [stage, count] of Object.entries(counts)) {
      const item = list.querySelector(`[data-stage="${stage}"]`);
      const figure = item && item.querySelector(".count");
      if (!figure || figure.textContent === String(count)) continue;
      figure.textContent = count;
      item.classList.remove("moved");
      void item.offsetWidth;
      item.classList.add("moved");
    }
  });
  const say = (connected) => { if (state) state.hidden = connected; };
  source.onopen = () => say(true);
  source.onerror = () => say(false);
})();
