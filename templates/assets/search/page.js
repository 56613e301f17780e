/* The search page: what is asked, what the address holds, what the reader does. */
import { MOST_TERMS, checkFurther, look, portion } from "./find.js";
import { article, connect, labelled, literal, load, matches } from "./read.js";
import { FACETS, MATTERS, advise, cells, count, fits, form, item, lead, number, offer, ordered, part, say, set, short, tally, whole, written } from "./show.js";

const PAGE = 20; // results shown at once
const FOREMOST = 8; // of these, shown before the articles of the others have come
const SORTS = [...form.elements.sort.options].map((option) => option.value);
const title = document.title;

let run = 0; // only the newest search may write to the page
let found = null; // what the newest search found: see find.look
let shown = PAGE;
let wait = 0; // says that a search takes long, until something of it is shown

/* ---- what is asked ---- */

const asked = () => {
  const data = new FormData(form);
  const facets = Object.fromEntries(FACETS.map((name) => [name, new Set(data.getAll(name))]));
  const text = (data.get("q") || "").normalize("NFC").trim();
  const quoted = [...text.matchAll(/["“„«]([^"“”„«»]+)["”“»]/g)].map((match) => match[1]);
  const phrases = (data.has("exact") ? [text.replace(/["“”„«»]/g, " ")] : quoted).filter((phrase) => /[\p{L}\p{N}]/u.test(phrase));
  return { text, phrases, sort: data.get("sort"), facets };
};
const narrowed = (query) => FACETS.some((name) => query.facets[name].size);
const address = () => {
  const kept = [...new FormData(form)].filter(([name, value]) => value && !(name === "sort" && value === SORTS[0]));
  const search = new URLSearchParams(kept).toString();
  return location.pathname + (search ? `?${search}` : "");
};
const fill = () => {
  const given = new URLSearchParams(location.search);
  form.elements.q.value = given.get("q") || "";
  form.elements.exact.checked = given.has("exact");
  form.elements.sort.value = SORTS.includes(given.get("sort")) ? given.get("sort") : SORTS[0];
  for (const name of FACETS) {
    const wanted = new Set(given.getAll(name).filter(Boolean));
    for (const value of wanted) offer(name, value);
    for (const box of form.querySelectorAll(`input[name="${name}"]`)) box.checked = wanted.has(box.value);
  }
};

/* ---- what is shown ---- */

const reveal = (name) => {
  for (const each of ["start", "busy", "results", "none", "failed"]) part(each).hidden = each !== name;
};
const state = (name) => {
  reveal(name);
  if (name !== "results" && name !== "none") part("lead").hidden = true;
  form.setAttribute("aria-busy", String(name === "busy"));
  form.dataset.state = name;
  delete document.documentElement.dataset.asked;
};

const remarks = ({ query, terms, missing, instead, common, some, cut, unread, checked, total }, fitting, lines) => {
  // A stem may be shorter than its endings tell: what stands there as typed was found as typed.
  const strange = (term) => (term.begins || term.like) && !lines.some((line) => matches(literal(term.text), line).length);
  const named = fitting.filter((hit) => hit.named).length;
  const outside = fitting.filter((hit) => hit.claim < 0).length;
  return [
    named ? count("named", named) : "",
    outside && outside < fitting.length ? count("outside", outside) : "",
    query.phrases.length ? say("exact", { words: query.phrases.join("”, “") }) : "",
    ...instead.map(({ from, to }) => say("instead", { word: short(from), other: to })),
    ...missing.map((word) => say(query.phrases.length || !terms.length ? "missing-exact" : "missing", { word: short(word) })),
    common ? say("common", { words: common.join("”, “") }) : "",
    some ? say("some", { n: number(some.n), total: number(some.total) }) : "",
    ...terms.filter(strange).map((term) => say(term.begins ? "begins" : "like", { word: term.text })),
    cut ? say("cut", { n: MOST_TERMS }) : "",
    unread.length ? say("partly", { n: number(checked), total: number(total) }) : "",
  ].filter(Boolean).join(" ");
};

/* What the results are narrowed to, each a button that takes it back. */
const chosen = ({ facets }) => {
  const buttons = FACETS.flatMap((name) => [...facets[name]].map((value) => {
    const choice = offer(name, value);
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn" });
    button.textContent = say("chosen", { facet: set(name).querySelector("legend").textContent, value: choice.querySelector(".label").textContent });
    button.addEventListener("click", () => (form.elements.q.focus({ preventScroll: true }), choice.querySelector("input").click()));
    return button;
  }));
  part("chosen").replaceChildren(...(buttons.length ? [say("only"), ...buttons] : []));
  part("chosen").hidden = !buttons.length;
};

/* Writes what was found; ``mine`` keeps an older search from writing over a newer one. */
const show = async (mine) => {
  const { book } = found;
  const query = (found.query = { ...asked(), text: found.query.text, phrases: found.query.phrases });
  tally(found);
  const fitting = ordered(found.rows.filter((hit) => FACETS.every((facet) => fits(hit, query, facet))), query.sort, book);
  found.fitting = fitting;
  const first = fitting.slice(0, shown);
  // A list that stands already is exchanged whole: it must not shrink under the reader.
  const foremost = form.dataset.state === "results" ? first : first.slice(0, FOREMOST);
  const texts = await Promise.all(foremost.map((hit) => article(book, hit.n)));
  if (mine !== run) return;
  clearTimeout(wait);
  const total = document.createElement("b");
  total.textContent = fitting.length ? count(found.whole ? "claims" : "passages", fitting.length) : say(!found.rows.length && found.terms.length > 1 && !query.phrases.length ? "together" : "nothing");
  const where = new Set(fitting.map((hit) => hit.n)).size;
  const [before, after] = say("summary", { passages: "\u0000", articles: count("articles", where) }).split("\u0000");
  const lines = texts.map((text, at) => text.sentences[first[at].sentence].text);
  part("count").replaceChildren(...(fitting.length ? [before, total, after] : [total]), " ", remarks(found, fitting, lines));
  lead(found, texts, first);
  const drawn = (some, from) => some.map((text, at) => item(first[from + at], text, found));
  part("list").replaceChildren(...drawn(texts, 0));
  part("more").hidden = fitting.length <= shown;
  part("more").textContent = say("more", { n: number(Math.min(PAGE, fitting.length - shown)) });
  part("further").hidden = !found.unread.length;
  part("csv").hidden = part("order").hidden = !fitting.length;
  part("clear").hidden = !narrowed(query);
  chosen(query);
  part("loosen").hidden = !query.phrases.length;
  part("narrow").hidden = !found.rows.length && !narrowed(query);
  advise(found, narrowed(query));
  if (texts.length < first.length) {
    reveal("results");
    const rest = await Promise.all(first.slice(texts.length).map((hit) => article(book, hit.n)));
    if (mine !== run) return;
    part("list").append(...drawn(rest, texts.length));
  }
  state(fitting.length || found.unread.length ? "results" : "none");
};

const failed = (fault) => {
  console.warn(fault);
  part("count").textContent = say("failed");
  state("failed");
};

/* ---- searching ---- */

const start = async () => {
  const mine = ++run;
  const query = asked();
  shown = PAGE;
  document.title = query.text ? say("window", { words: query.text, title }) : title;
  if (!query.text && !narrowed(query)) {
    found = null;
    part("count").textContent = "";
    part("narrow").hidden = false;
    part("csv").hidden = part("order").hidden = part("clear").hidden = part("chosen").hidden = true;
    whole();
    state("start");
    return;
  }
  clearTimeout(wait);
  wait = setTimeout(() => mine === run && (state("busy"), (part("count").textContent = say("searching"))), 150);
  try {
    const result = await look(query);
    if (mine !== run) return;
    found = result;
    if (back) shown = Math.max(PAGE, back.shown);
    await show(mine);
    if (mine === run) returned();
  } catch (fault) {
    if (mine === run) failed(fault);
  } finally {
    if (mine === run) clearTimeout(wait);
  }
};
const again = (work) => {
  const mine = ++run;
  return Promise.resolve(work && work()).then(() => mine === run && show(mine)).catch((fault) => mine === run && failed(fault));
};
const go = () => {
  if (address() !== location.pathname + location.search) history.pushState(null, "", address());
  return start();
};

/* ---- taking away ---- */

const csv = async () => {
  const { fitting, book } = found;
  const lines = [];
  for (let at = 0; at < fitting.length; at += portion) {
    const some = fitting.slice(at, at + portion);
    const texts = await Promise.all(some.map((hit) => article(book, hit.n)));
    some.forEach((hit, n) => lines.push(written(cells(hit, texts[n]))));
    if (fitting.length > portion) part("csv").textContent = say("preparing", { n: number(lines.length), total: number(fitting.length) });
  }
  part("csv").textContent = say("csv");
  const text = [written(say("columns").split("|")), ...lines].join("\r\n");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`\ufeff${text}\r\n`], { type: "text/csv;charset=utf-8" }));
  link.download = `${say("file")}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};

/* ---- coming back: the same result, the same place ---- */

let back = null;
try {
  if (performance.getEntriesByType("navigation")[0]?.type === "back_forward") {
    const kept = JSON.parse(sessionStorage.getItem("search") || "null");
    if (kept?.address === location.pathname + location.search) back = kept;
  }
} catch { /* private mode */ }
const returned = () => {
  const link = back && part("list").children[back.at]?.querySelector("a");
  back = null;
  if (!link) return;
  link.focus({ preventScroll: true });
  link.scrollIntoView({ block: "center", behavior: "instant" });
};
part("list").addEventListener("click", (event) => {
  const here = event.target.closest("a") && event.target.closest(".hit-row");
  if (!here) return;
  const kept = { address: location.pathname + location.search, at: [...part("list").children].indexOf(here), shown };
  try { sessionStorage.setItem("search", JSON.stringify(kept)); } catch { /* private mode */ }
});

/* ---- what the reader does ---- */

form.addEventListener("submit", (event) => {
  event.preventDefault();
  go();
});
form.addEventListener("change", (event) => {
  const { name } = event.target;
  if (name === "q" || event.target.id === "keys") return;
  // What was found holds the claims of every value, unless nothing was asked in words.
  const held = found && !found.whole && name !== "exact" && (!["speaker", "origin"].includes(name) || found.book.names.includes(event.target.value));
  if (!held || form.elements.q.value.normalize("NFC").trim() !== found.query.text) return go();
  history.pushState(null, "", address());
  shown = PAGE;
  again();
});
form.elements.q.addEventListener("search", () => found && !form.elements.q.value && go()); // emptied by its cross
addEventListener("popstate", () => {
  fill();
  start();
});
form.addEventListener("click", (event) => {
  const facet = event.target.dataset?.allOf;
  if (!facet) return;
  set(facet).dataset.all = "yes";
  const first = set(facet).querySelectorAll("label:not([hidden])").length;
  tally(found);
  set(facet).querySelectorAll("label:not([hidden]) input")[first]?.focus();
});
part("more-matters").addEventListener("click", () => {
  const items = [...part("matters").querySelectorAll("li")];
  for (const each of items) each.hidden = false;
  part("more-matters").hidden = true;
  items[MATTERS].querySelector("a").focus();
});
part("more").addEventListener("click", () => {
  const first = shown;
  shown += PAGE;
  again().then(() => part("list").children[first]?.querySelector("a").focus());
});
part("further").addEventListener("click", () => {
  const result = found;
  again(() => checkFurther(result, portion * 5).then(async () => labelled(result.rows, result.query, await load())));
});
part("csv").addEventListener("click", () => csv().catch(failed));
part("clear").addEventListener("click", () => {
  for (const box of form.querySelectorAll("fieldset[data-facet] input:checked")) box.checked = false;
  go();
  form.elements.q.focus();
});
part("loosen").addEventListener("click", () => {
  form.elements.exact.checked = false;
  form.elements.q.value = form.elements.q.value.replace(/["“”„«»]/g, "");
  go();
  form.elements.q.focus();
});

/* Keys: a slash leads to the field, arrows and j and k through the results. One switch turns
   single letters off, here as on the articles. */
const keys = document.getElementById("keys");
const remembered = () => {
  try { keys.checked = localStorage.vkeys !== "off"; } catch { /* private mode */ }
};
keys.addEventListener("change", () => {
  try { localStorage.vkeys = keys.checked ? "on" : "off"; } catch { /* private mode */ }
});
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const field = form.elements.q;
  const links = [...part("list").querySelectorAll(".q a")];
  const at = links.indexOf(document.activeElement);
  const typing = /^(input|select|textarea)$/i.test(event.target.tagName) && !/^(checkbox|radio)$/.test(event.target.type);
  if (event.key === "/" && !typing && keys.checked) {
    event.preventDefault();
    field.focus();
    field.select();
  } else if (event.key === "Escape" && at >= 0) field.focus();
  else if (event.key === "Escape" && event.target === field) event.preventDefault(); // would empty it, and leave what was found
  else {
    const letter = keys.checked && !typing ? { j: 1, k: -1 }[event.key] : 0;
    const arrow = at >= 0 || event.target === field ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : 0;
    const step = letter || arrow;
    if (!step || !links.length || part("results").hidden || (step < 0 && at < 0)) return;
    event.preventDefault();
    if (at + step < 0) field.focus();
    else links[Math.min(links.length - 1, at + step)].focus();
  }
});

/* Begins with what assets/search.js gives: see read.connect. */
export const begin = (given) => {
  connect(given);
  form.elements.q.addEventListener("focus", () => load().catch(() => {}), { once: true });
  fill();
  start().then(remembered); // a browser takes long to open its store
};
