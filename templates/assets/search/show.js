/* Drawing: the results with their words marked, and the facets with their counts. Every word
   shown stands in the page itself. */
import { registers } from "./find.js";
import { UNPARTED, inText, literal, locale, matches, numeral, offsets } from "./read.js";

export const MATTERS = 3; // matters shown before all are asked for
const CHOICES = 8; // values of a facet shown before all are asked for
const LONGEST = 40; // letters of a missing word that are repeated
const RANK = ["conflicts", "corroborates", "corroborates-unknown", "same-origin", "differs", "unlinked", ""];

export const form = document.getElementById("search");
const root = form.dataset.root;
export const FACETS = [...form.querySelectorAll("fieldset[data-facet]")].map((each) => each.dataset.facet);
export const part = (name) => form.querySelector(`[data-part="${name}"]`);
export const set = (facet) => form.querySelector(`fieldset[data-facet="${facet}"]`);
const words = document.getElementById("words");
export const number = (n) => String(n).replace(/\B(?=(?:\d{3})+$)/g, words.dataset.thousands);
export const say = (name, values = {}) =>
  words.content.querySelector(`[data-say="${name}"]`).textContent.replace(/\{(\w+)\}/g, (_, key) => values[key]);
export const count = (name, n) => say(n === 1 ? `${name}-one` : name, { n: number(n) });
export const short = (word) => (word.length > LONGEST ? `${word.slice(0, LONGEST)}…` : word);
const boxes = new Map(FACETS.map((facet) => [facet, new Map([...set(facet).querySelectorAll("input")].map((each) => [each.value, each]))]));
const box = (facet, value) => boxes.get(facet).get(value);
const label = (facet, value) => box(facet, value)?.closest("label").querySelector(".label").textContent ?? value;
const anchor = (href, text) => {
  const element = document.createElement("a");
  element.href = href;
  element.textContent = text;
  return element;
};

/* ---- facets ---- */

/* As the page writes them; the browser's own names of months would cost 30 ms. */
const month = (value) => {
  const [year, of] = value.split("-");
  const { months, month: form_, year: alone } = words.dataset;
  return (of ? form_ : alone).replace("{year}", year).replace("{month}", months.split("|")[of - 1]);
};
/* A choice of a facet, made where the page does not hold it yet. */
export const offer = (facet, value) => {
  const held = box(facet, value);
  if (held) return held.closest("label");
  const choice = document.getElementById("choice").content.firstElementChild.cloneNode(true);
  boxes.get(facet).set(value, Object.assign(choice.querySelector("input"), { name: facet, value }));
  choice.querySelector(".label").textContent = facet === "month" ? month(value) : value;
  set(facet).querySelector(".choices").append(choice);
  return choice;
};
export const fits = (hit, query, facet) => !query.facets[facet].size || hit[facet].some((name) => query.facets[facet].has(name));

/* What the page says before anything is asked. */
const offered = new Map([...form.querySelectorAll("fieldset[data-facet] label")].map((choice) => [choice, choice.querySelector(".n").textContent]));
const totals = Object.fromEntries(
  FACETS.map((name) => [name, [...set(name).querySelectorAll("label")].map((choice) => [choice.querySelector("input").value, Number(choice.querySelector(".n").dataset.n)])])
);
export const whole = () => {
  for (const facet of FACETS) {
    for (const choice of [...set(facet).querySelectorAll("label")]) {
      if (!offered.has(choice)) {
        boxes.get(facet).delete(choice.querySelector("input").value);
        choice.remove();
      } else {
        choice.hidden = false;
        choice.querySelector(".n").textContent = offered.get(choice);
      }
    }
    set(facet).querySelector(".choices").append(...[...offered.keys()].filter((choice) => choice.querySelector("input").name === facet));
    set(facet).hidden = false;
    for (const rest of set(facet).querySelectorAll(".rest")) rest.hidden = false;
    set(facet).dataset.all = "";
    set(facet).querySelector("[data-all-of]").hidden = true;
  }
};

/* A value counts the claims that fit whatever else is chosen: those that fit all facets count
   for every value, those that miss one facet for the values of that one. */
export const tally = ({ rows, query, whole: unasked, totals: only }) => {
  const n = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
  const chosen = FACETS.filter((facet) => query.facets[facet].size);
  for (const hit of rows) {
    const missed = chosen.filter((facet) => !fits(hit, query, facet));
    if (missed.length > 1) continue;
    for (const facet of missed.length ? missed : FACETS) for (const name of hit[facet]) n[facet].set(name, (n[facet].get(name) || 0) + 1);
  }
  // With one facet chosen and nothing asked, its other values are those of the whole archive.
  if (unasked && only) for (const [name, total] of totals[only]) n[only].set(name, total);
  for (const facet of FACETS) counted(facet, n[facet], query);
};
const counted = (facet, n, query) => {
  const rank = facet === "status" ? (name) => RANK.indexOf(name) : facet === "month" ? () => 0 : (name) => -n.get(name);
  const names = [...n.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const all = set(facet).dataset.all === "yes";
  const listed = names.slice(0, all ? names.length : CHOICES);
  const ticked = [...query.facets[facet]].filter((name) => !listed.includes(name));
  const rows = [...listed, ...ticked].map((name) => offer(facet, name));
  const focused = document.activeElement;
  for (const choice of set(facet).querySelectorAll("label")) choice.hidden = !rows.includes(choice);
  rows.forEach((choice, at) => (choice.querySelector(".n").textContent = number(n.get([...listed, ...ticked][at]) || 0)));
  set(facet).querySelector(".choices").append(...rows);
  if (rows.some((choice) => choice.contains(focused))) focused.focus({ preventScroll: true });
  const more = set(facet).querySelector("[data-all-of]");
  more.hidden = listed.length === names.length;
  more.textContent = say("all", { n: number(names.length) });
  for (const rest of set(facet).querySelectorAll(".rest")) rest.hidden = true;
  set(facet).hidden = !rows.length;
};

/* ---- the order of the results ---- */

const status = (hit) => RANK.indexOf(hit.status[0] || "");
const worth = (a, b) => a.apart - b.apart || a.named - b.named;
const sharpest = (a, b) => a.apart - b.apart || status(a) - status(b) || worth(a, b) || a.rank - b.rank;
const orders = {
  status: () => sharpest,
  relevance: () => (a, b) => worth(a, b) || a.rank - b.rank,
  oldest: () => (a, b) => a.n - b.n,
  newest: ({ dated }) => (a, b) => (a.n >= dated) - (b.n >= dated) || b.n - a.n,
  outlet: () => (a, b) => a.outlet[0].localeCompare(b.outlet[0], locale) || sharpest(a, b),
};
export const ordered = (rows, sort, book) => {
  const order = orders[sort](book);
  return rows.sort((a, b) => order(a, b) || a.n - b.n || a.sentence - b.sentence || a.claim - b.claim);
};

/* ---- a result ---- */

const address = (text, place) => `${root}articles/${encodeURIComponent(text.slug)}/index.html#${place}`;
const target = (text, hit) => {
  const sentence = text.sentences[hit.sentence];
  return address(text, hit.claim < 0 ? `p-${sentence.paragraph}` : `c-${sentence.claims[hit.claim].id}`);
};

/* Where the words asked for stand in a sentence, in any of their forms. */
const marks = (text, sentence, { terms, patterns, book }) => {
  const line = text.sentences[sentence].text;
  if (patterns) return patterns.flatMap((pattern) => matches(pattern, line));
  const ranges = [];
  const also = text.also.filter(([, , at]) => at.includes(sentence));
  for (const term of terms) {
    if (term.figure) {
      for (const [written, values, at] of text.figures) if (values.includes(term.word) && at.includes(sentence)) ranges.push(...matches(numeral(written), line));
      continue;
    }
    const own = inText(term, line, book);
    for (const [written, others] of also) if (others.some((other) => inText(term, other, book).length)) own.push(...matches(literal(written), line));
    ranges.push(...(own.length || term.stem < 4 ? own : inText(term, line, book, true)));
  }
  return ranges;
};
const marked = (element, text, from, to, ranges) => {
  let at = from;
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (end <= at || start >= to) continue;
    element.append(text.slice(at, Math.max(at, start)));
    const mark = document.createElement("mark");
    mark.className = "hit";
    mark.append(text.slice(Math.max(at, start), Math.min(end, to)));
    element.append(mark);
    at = Math.min(end, to);
  }
  element.append(text.slice(at, to));
};

/* Of what body those named are a part, where only that is why it was found. */
const parts = (hit, { speakers = [], origins = [] }, { query, terms, book }) => {
  const { speaker, origin } = query.facets;
  if (!hit.named && !origin.size && !speaker.size) return "";
  const own = [...new Set([...speakers, ...origins])];
  const meant = (name) => speaker.has(name) || origin.has(name) || (hit.named && terms.some((term) => !term.figure && inText(term, name, book).length));
  const unmeant = own.some(meant) ? [] : own.filter((name) => book.bodies[name]);
  return unmeant.map((name) => say("part-of", { name, bodies: book.bodies[name].join(", ") })).join(" · ");
};
const about = (slot, hit, text, claim, found) => {
  slot("status").classList.add(claim.status);
  slot("sign").setAttribute("href", `#g-${claim.status}`);
  slot("label").textContent = label("status", claim.status);
  slot("kind").textContent = label("kind", claim.kind);
  const names = (place, line) => marked(place, line, 0, line.length, found.terms.flatMap((term) => (term.figure ? [] : inText(term, line, found.book))));
  names(slot("says"), say("says", { names: claim.says }));
  names(slot("parts"), parts(hit, claim, found));
  if (claim.repeats) slot("tie").append(anchor(address(text, `c-${claim.repeats}`), claim.tie));
  else slot("tie").textContent = claim.tie || say("tie-none");
  slot("by").textContent = claim.by || say("by-program");
};
export const item = (hit, text, found) => {
  const element = document.getElementById("hit").content.firstElementChild.cloneNode(true);
  const slot = (name) => element.querySelector(`[data-slot="${name}"]`);
  const sentence = text.sentences[hit.sentence];
  const claim = sentence.claims[hit.claim];
  if (claim) about(slot, hit, text, claim, found);
  else {
    slot("status").remove();
    slot("kind").textContent = say("plain");
    slot("ties").remove();
    slot("by").remove();
  }
  if (hit.apart) slot("apart").textContent = say("apart");
  element.classList.toggle("apart", Boolean(hit.apart));
  for (const name of ["parts", "apart"]) if (!slot(name)?.textContent) slot(name)?.remove();
  slot("source").textContent = say("source", { outlet: text.outlet, date: text.date });
  slot("source").title = text.title;
  const link = slot("passage");
  link.href = target(text, hit);
  const [from, to] = claim ? [claim.start, claim.end] : [0, sentence.text.length];
  const points = offsets(sentence.text);
  const ranges = marks(text, hit.sentence, found);
  marked(slot("before"), sentence.text, 0, points(from), ranges);
  marked(link, sentence.text, points(from), points(to), ranges);
  marked(slot("after"), sentence.text, points(to), sentence.text.length, ranges);
  slot("quote").lang = text.lang;
  slot("quote").dir = text.dir;
  return element;
};

/* A result as a line of a table. */
const cell = (text) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
export const written = (row) => row.map(cell).join(",");
export const cells = (hit, text) => {
  const sentence = text.sentences[hit.sentence];
  const claim = sentence.claims[hit.claim];
  const points = offsets(sentence.text);
  const passage = claim ? sentence.text.slice(points(claim.start), points(claim.end)) : sentence.text;
  const about = claim ? [label("status", claim.status), label("kind", claim.kind), claim.says, (claim.origins || []).join("; "), claim.tie || "", claim.by || say("by-program")] : ["", "", "", "", "", ""];
  return [passage, text.outlet, text.title, text.date, ...about, new URL(target(text, hit), document.baseURI).href];
};

/* ---- what leads on ---- */

/* What leads on from the passages: the word as it was typed, the registers, the matters. */
export const lead = (found, texts, first) => {
  const { query, book, instead, matters, guide } = found;
  const typed = instead.map(({ from }) => {
    const again_ = new URLSearchParams([...new FormData(form)].filter(([name, value]) => value && name !== "q"));
    again_.set("q", query.text.replace(from, `"${from}"`));
    return anchor(`${location.pathname}?${again_}`, say("as-typed", { word: short(from) }));
  });
  part("instead").replaceChildren(...typed);
  let meant = query.text;
  for (const { from, to } of instead) meant = meant.replace(from, to);
  const unlike = [...new Map(texts.map((text) => [text.slug, text])).values()];
  const names = meant ? registers(meant, book, unlike, root) : [];
  part("names").replaceChildren(...names.flatMap(([facet, name, href]) => [anchor(href, promised(found, facet, name)), " "]));
  // What an origin is worth, before how much of it there is; and by whose word another name is it.
  const origin = names.find(([facet]) => facet === "origin");
  const worth = origin && guide?.worth[guide.origins[origin[1]]];
  part("worth").textContent = worth ? say("worth", { name: origin[1], worth }) : "";
  const other = names.find((each) => each[3]);
  part("same").textContent = other ? say("same", { word: short(meant), name: other[1], by: words.dataset.keeper }) : "";
  for (const name of ["worth", "same"]) part(name).hidden = !part(name).textContent;
  const shares = new Map();
  texts.forEach((text, at) => {
    for (const n of text.sentences[first[at].sentence].claims[first[at].claim]?.matters || []) shares.set(n, (shares.get(n) || 0) + 1);
  });
  const share = (n) => shares.get(n) || 0;
  const apt = (n) => matters[n] || (query.text && share(n) >= 3 && share(n) * 3 >= texts.length);
  const ranked = (guide?.rows || []).map((_, n) => n).filter(apt).sort((a, b) => matters[b] - matters[a] || share(b) - share(a) || a - b);
  const items = ranked.map((n, at) => {
    const [slug, name, , , status] = guide.rows[n];
    const element = document.createElement("li");
    element.append(anchor(`${root}matters/${encodeURIComponent(slug)}/index.html`, name));
    if (status) {
      const remark = document.createElement("span");
      remark.className = "soft";
      remark.textContent = say(`matter-${status}`);
      element.append(" ", remark);
    }
    element.hidden = at >= MATTERS;
    return element;
  });
  part("matters").querySelector("ul").replaceChildren(...items);
  part("more-matters").hidden = items.length <= MATTERS;
  part("more-matters").textContent = count("more-matters", items.length - MATTERS);
  part("instead").hidden = !typed.length;
  part("names").hidden = !names.length;
  part("matters").hidden = !items.length;
  part("lead").hidden = !typed.length && !names.length && !items.length;
};
/* What a register has of a name, with its number where the page knows it. */
const promised = ({ rows, unread }, facet, name) => {
  const held = rows.filter((hit) => hit[facet].includes(name)).length;
  const n = totals[facet].find(([value]) => value === name)?.[1] || (facet !== "outlet" && !unread.length && held);
  return n ? say(`lead-${facet}`, { name, claims: count("claims", n) }) : say(`lead-${facet}-some`, { name });
};

/* Of what may help, only what fits the question. */
export const advise = ({ query, terms }, narrowed) => {
  const helps = {
    exact: query.phrases.length > 0,
    fewer: terms.length > 1 || /\S\s+\S/.test(query.text),
    spelling: /\p{L}{4}/u.test(query.text) && !UNPARTED.test(query.text),
    unparted: UNPARTED.test(query.text) && !/^(zh|ja|th)/.test(locale),
    signs: Boolean(query.text) && !/[\p{L}\p{N}]/u.test(query.text),
    choices: narrowed,
  };
  for (const line of form.querySelectorAll("[data-advice]")) line.hidden = !helps[line.dataset.advice];
  part("advice").hidden = !Object.values(helps).some(Boolean);
};
