// The search: every word must stand in a section. What was written comes into the page as text, never as markup.
"use strict";
(() => {
  const MOST = 30, AROUND = 70;
  const by = (id) => document.getElementById(id);
  const form = by("search"), field = by("words"), results = by("results"), told = by("told"), list = by("found");
  const folded = (text) => text.normalize("NFC").toLocaleLowerCase("sv");
  const sections = window.SEARCH_INDEX.map((one) => ({ ...one, name: folded(one.title), words: folded(one.text) }));

  const found = (words) =>
    sections
      .filter((one) => words.every((word) => one.name.includes(word) || one.words.includes(word)))
      .map((one) => ({ one, named: words.filter((word) => one.name.includes(word)).length }))
      .sort((a, b) => b.named - a.named)
      .map(({ one }) => one);

  // What stands around the first of the words, with that word marked.
  const excerpt = (one, words) => {
    const row = document.createElement("p");
    const hits = words.map((word) => [one.words.indexOf(word), word.length]).filter(([at]) => at >= 0);
    const [at, length] = hits.sort((a, b) => a[0] - b[0])[0] || [0, 0];
    const from = Math.max(0, one.text.lastIndexOf(" ", at - AROUND) + 1);
    const until = Math.max(at + length, one.text.slice(0, at + length + AROUND).lastIndexOf(" "));
    const mark = document.createElement("mark");
    mark.textContent = one.text.slice(at, at + length);
    row.append((from ? "… " : "") + one.text.slice(from, at), mark);
    row.append(one.text.slice(at + length, until) + (until < one.text.length ? " …" : ""));
    return row;
  };

  const show = () => {
    const words = folded(field.value).split(/\s+/).filter(Boolean);
    const hits = words.length ? found(words) : [];
    results.hidden = !words.length;
    told.textContent = hits.length ? `${hits.length} ${hits.length === 1 ? "träff" : "träffar"}` : "Inga träffar. Pröva ett annat ord.";
    list.replaceChildren(
      ...hits.slice(0, MOST).map((one) => {
        const row = document.createElement("li"), link = document.createElement("a");
        link.href = one.at;
        link.textContent = one.title;
        row.append(link, excerpt(one, words));
        return row;
      }),
    );
  };

  form.hidden = false;
  field.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = list.querySelector("a");
    if (first) first.focus();
  });
  list.addEventListener("click", (event) => {
    if (event.target.closest("a")) results.hidden = true; // a hit on the page one is on: the page itself is to be seen
  });
})();
