/* The search page. Pagefind finds the articles that hold the words and where they stand; this
   script reads the claims of those articles (search/claims/<slug>.json), shows those that hold
   the words, and filters and counts them. Every word it shows stands in the page itself. */
(() => {
  "use strict";
  const form = document.getElementById("search");
  if (!form) return;
  const root = form.dataset.root;
  const portion = Number(form.dataset.portion);
  const PAGE = 50; // results shown at once
  const MOST_TERMS = 10; // words of a query that are looked up one by one
  const RANK = ["conflicts", "corroborates", "corroborates-unknown", "same-origin", "differs", "unlinked", ""];
  const FACETS = [...form.querySelectorAll("fieldset[data-facet]")].map((set) => set.dataset.facet);

  const part = (name) => document.querySelector(`[data-part="${name}"]`);
  const words = document.getElementById("words").content;
  const say = (name, values = {}) =>
    words.querySelector(`[data-say="${name}"]`).textContent.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const count = (name, n) => say(n === 1 ? `${name}-one` : name, { n: n.toLocaleString(document.documentElement.lang) });

  let run = 0; // only the newest search may write to the page
  let pagefind; // promise of the module
  let found = null; // {articles, left, total, more}: what the newest search read
  let shown = PAGE;

  /* ---- what is asked ---- */

  const asked = () => {
    const data = new FormData(form);
    const facets = Object.fromEntries(FACETS.map((name) => [name, new Set(data.getAll(name))]));
    let text = (data.get("q") || "").trim();
    const quoted = /^["“„«](.+)["”“»]$/.exec(text);
    if (quoted) text = quoted[1];
    return { text, exact: Boolean(quoted) || data.has("exact"), sort: data.get("sort") || "relevance", facets };
  };

  const narrowed = (query) => FACETS.some((name) => query.facets[name].size);

  const address = () => {
    const kept = [...new FormData(form)].filter(([name, value]) => value && !(name === "sort" && value === "relevance"));
    const search = new URLSearchParams(kept).toString();
    return location.pathname + (search ? `?${search}` : "");
  };

  /* A link may ask for a name that is not among those most quoted. */
  const offer = (facet, value) => {
    if (!value || form.querySelector(`input[name="${facet}"][value="${CSS.escape(value)}"]`)) return;
    const choices = form.querySelector(`fieldset[data-facet="${facet}"] .choices`);
    if (!choices?.firstElementChild) return;
    const row = choices.firstElementChild.cloneNode(true);
    row.querySelector("input").value = row.querySelector(".label").textContent = value;
    row.querySelector(".n").textContent = "0";
    choices.prepend(row);
  };

  const fill = () => {
    const given = new URLSearchParams(location.search);
    form.elements.q.value = given.get("q") || "";
    form.elements.exact.checked = given.has("exact");
    form.elements.sort.value = given.get("sort") || "relevance";
    if (!form.elements.sort.value) form.elements.sort.value = "relevance";
    for (const name of FACETS) {
      const wanted = new Set(given.getAll(name));
      for (const value of wanted) offer(name, value);
      for (const box of form.querySelectorAll(`input[name="${name}"]`)) box.checked = wanted.has(box.value);
    }
  };

  /* Signs that stand beside a number or a word and are not part of it: "$1,650", "20-30%". */
  const cleaned = (text) => {
    const plain = text
      .normalize("NFC")
      .replace(/(\d)\s*[-–—]\s*(?=\d)/g, "$1–")
      .replace(/[^\p{L}\p{M}\p{N}\s.,'’–-]/gu, " ")
      .split(/\s+/)
      .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""))
      .filter(Boolean)
      .join(" ");
    return /^\d{1,3}(?: \d{3})+$/.test(plain) ? plain.replaceAll(" ", ",") : plain;
  };

  /* One character for one, so that places in the folded text are places in the text. */
  const fold = (text) =>
    [...text.replace(/[\u{10000}-\u{10ffff}]/gu, "  ")]
      .map((c) => {
        if (/\s/.test(c)) return " ";
        const plain = c.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
        const same = { "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-" }[c] || plain;
        return same.length === 1 ? same : c;
      })
      .join("");

  /* A regular expression for folded text: words parted by any signs, figures however their
     thousands are parted, ranges however they are joined ("20-30", "20 to 30"). */
  const FIGURE = /^\d[\d.,'-]*$/;
  const BETWEEN = "[^\\p{L}\\p{N}]+";
  const RANGE = "[^\\p{N}.;!?]{1,7}";
  const LETTER = "(?![\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}])[\\p{L}\\p{N}]";
  const number = (written) => {
    const [whole, ...decimals] = written.replace(/(?<=\d)[.,'](?=\d{3}(?!\d))/g, "").split(/[.,']/);
    return [whole.replace(/\B(?=(?:\d{3})+$)/g, "[.,' ]?"), ...decimals].join("[.,]");
  };
  const figure = (word) => `(?<!\\d)(?<!\\d[.,'])[$€£¥]?${word.split("-").filter(Boolean).map(number).join(RANGE)}(?![.,']?\\d)%?`;
  const pattern = (text, whole) => {
    const words = fold(text).split(/\s+/).filter(Boolean);
    const parts = words.map((word) => (FIGURE.test(word) ? figure(word) : (word.match(/[\p{L}\p{M}\p{N}]+/gu) || []).join(BETWEEN)));
    const body = parts.filter(Boolean).join(BETWEEN);
    return new RegExp(whole ? `(?<!${LETTER})${body}(?!${LETTER})` : body, "gu");
  };
  const matches = (regex, text) => [...fold(text).matchAll(regex)].map((m) => [m.index, m.index + m[0].length]);

  /* ---- finding ---- */

  const load = () => {
    pagefind ??= import(new URL(`${root}pagefind/pagefind.js`, document.baseURI)).then(async (module) => {
      await module.options({ excerptLength: 1, noWorker: true }); // the worker is 41 KB more
      return module;
    });
    pagefind.catch(() => (pagefind = undefined));
    return pagefind;
  };

  const filters = (query) =>
    Object.fromEntries(FACETS.filter((name) => query.facets[name].size).map((name) => [name, { any: [...query.facets[name]] }]));

  /* The articles that hold the words, and for each word where it stands in each of them.
     Of figures that a dash parts the index makes one or two words, and in a phrase it knows
     none: it is asked both ways, and what was really written is read in the article. */
  const search = async (query) => {
    const module = await load();
    const text = cleaned(query.text);
    const apart = (words) => words.replace(/(?<=\d)–(?=\d)/g, " ");
    const ask = async (words, options) => {
      const { results } = await module.search(words, options);
      if (!words || apart(words) === words) return results;
      const more = (await module.search(apart(words), options)).results;
      const known = new Set(more.map((result) => result.id));
      return [...more, ...results.filter((result) => !known.has(result.id))];
    };
    const whole = text ? (query.exact && !/\d/.test(text) ? `"${text}"` : text) : null;
    let results = await ask(whole);
    if (results.length > portion && narrowed(query)) results = await ask(whole, { filters: filters(query) });
    if (query.exact || !text) return { results, terms: text ? [{ text }] : [], missing: [] };
    const terms = await Promise.all(
      [...new Set(text.toLowerCase().split(" "))].slice(0, MOST_TERMS).map(async (term) => ({
        text: term,
        places: new Map((await ask(term)).map((result) => [result.id, result.words])),
      }))
    );
    const missing = terms.filter((term) => !term.places.size).map((term) => term.text);
    return { results, terms: terms.filter((term) => term.places.size), missing };
  };

  const read = async (result, terms, rank, query) => {
    const fragment = await result.data();
    const slug = decodeURIComponent(/articles\/([^/]+)\/(?:index\.html)?$/.exec(fragment.url)[1]);
    const answer = await fetch(`${root}search/claims/${encodeURIComponent(slug)}.json`);
    if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
    const article = { ...(await answer.json()), slug, rank };
    article.also = article.also.map(([written, others, sentences]) => ({ written, others, sentences }));
    for (const { claims } of article.sentences)
      for (const claim of claims) {
        claim.speakers ??= [];
        claim.origins ??= [];
      }
    const marks = terms.map(({ places }) => (places && places.get(result.id)) || []);
    article.hits = query.text ? hits(article, located(article, fragment.raw_content, marks), terms, query) : everything(article);
    return article;
  };

  /* For each sentence of the article, where each term stands in it: [[start, end], …] by term.
     The index counts words of the page; both sides are compared without their white space. */
  const located = (article, raw, marks) => {
    const content = raw.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    const tokens = content.includes("\u200b") ? content.split("\u200b") : content.split(/\s+/);
    const squeeze = (text) => text.replace(/[\s\u200b]+/g, "");
    const starts = [];
    let page = "";
    for (const token of tokens) {
      starts.push(page.length);
      page += squeeze(token);
    }
    const hidden = article.also.flatMap((variant) => variant.others.flatMap((other) => other.split(/\s+/).map(() => variant)));
    const firstHidden = tokens.length - hidden.length;
    let cursor = 0;
    const sentences = article.sentences.map((sentence) => {
      const text = squeeze(sentence.text);
      const from = page.indexOf(text, cursor);
      if (from >= 0) cursor = from + text.length;
      return { from, to: from + text.length, found: marks.map(() => []) };
    });
    marks.forEach((places, term) => {
      for (const place of new Set(places)) {
        if (place >= firstHidden) instead(article, hidden[place - firstHidden], sentences, term);
        else inSentence(article, sentences, term, starts[place], starts[place] + squeeze(tokens[place] || "").length);
      }
    });
    return sentences.map((sentence) => sentence.found);
  };

  const inSentence = (article, sentences, term, from, to) => {
    const at = sentences.findIndex((s) => s.from >= 0 && from < s.to && to > s.from);
    if (at < 0) return;
    const { text } = article.sentences[at];
    const places = [...text].length === text.length ? null : [...text];
    const solid = [];
    for (let i = 0; i < text.length; i++) if (!/[\s\u200b]/.test(text[i])) solid.push(i);
    let start = solid[Math.max(0, from - sentences[at].from)];
    let end = solid[Math.min(solid.length, to - sentences[at].from) - 1] + 1;
    while (start < end && !/[\p{L}\p{N}$€£¥%]/u.test(places ? text.slice(start, start + 2) : text[start])) start++;
    while (end > start && !/[\p{L}\p{N}$€£¥%]/u.test(text[end - 1])) end--;
    if (end > start) sentences[at].found[term].push([start, end]);
  };

  /* A word that the article says otherwise: mark what it says. */
  const instead = (article, variant, sentences, term) => {
    if (!variant) return;
    const letters = variant.written.split(" ").map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${letters.join("[^\\p{L}\\p{N}]+")}(?![\\p{L}\\p{N}])`, "giu");
    for (const at of variant.sentences)
      for (const match of article.sentences[at].text.matchAll(pattern))
        sentences[at].found[term].push([match.index, match.index + match[0].length]);
  };

  const everything = (article) =>
    article.sentences.flatMap((sentence) => sentence.claims.map((claim) => ({ sentence, claim, ranges: [], named: false, apart: false })));

  /* Which of the words stand in the name of somebody the claim is attributed to or rests on. */
  const namer = (article, terms) => {
    const forms = new Map(article.names);
    const regexes = terms.map((term) => pattern(term.text, true));
    const known = new Map();
    const holds = (name) => {
      if (!known.has(name))
        known.set(name, regexes.map((regex) => [name, ...(forms.get(name) || [])].some((form) => matches(regex, form).length)));
      return known.get(name);
    };
    return (names) => terms.map((_, n) => names.some((name) => holds(name)[n]));
  };

  /* The claims that hold a word, in sentences that hold all of them; where no sentence does,
     in those that hold most. A name counts also where it is the speaker or the origin, if then
     no word is missing. Where the words stand beside the claims of their sentence, the nearest
     claim is shown. */
  const hits = (article, sentences, terms, query) => {
    const written = terms.map((term) => (query.exact || FIGURE.test(fold(term.text)) ? pattern(term.text) : null));
    const inNames = namer(article, terms);
    const rows = sentences.map((places, at) => {
      const sentence = article.sentences[at];
      const found = places.map((ranges, n) => (written[n] ? matches(written[n], sentence.text) : ranges));
      const claims = sentence.claims.map((claim) => {
        const names = inNames([...claim.speakers, ...claim.origins]);
        return { claim, named: names.some(Boolean) && found.every((ranges, n) => ranges.length || names[n]) };
      });
      return { sentence, ranges: found.flat(), n: found.filter((ranges) => ranges.length).length, claims };
    });
    const named = rows.some((row) => row.claims.some((each) => each.named));
    const most = named ? terms.length : Math.max(0, ...rows.map((row) => row.n));
    if (!most) return [];
    const apart = most < terms.length;
    return rows.flatMap(({ sentence, ranges, n, claims }) => {
      const shown = n === most ? touched(sentence, ranges) : [];
      const others = claims.filter((each) => each.named && !shown.includes(each.claim));
      return [
        ...shown.map((claim) => ({ sentence, claim, ranges, named: false, apart })),
        ...others.map(({ claim }) => ({ sentence, claim, ranges, named: true, apart })),
      ];
    });
  };

  const touched = ({ claims }, ranges) => {
    const gap = (claim) => Math.min(...ranges.map(([from, to]) => Math.max(0, from + 1 - claim.end, claim.start + 1 - to)));
    const held = claims.filter((claim) => !gap(claim));
    if (held.length || !claims.length) return held.length ? held : [null];
    return [claims.reduce((best, claim) => (gap(claim) < gap(best) ? claim : best))];
  };

  /* ---- narrowing, counting, ordering ---- */

  const values = {
    status: (hit) => (hit.claim ? [hit.claim.status] : []),
    kind: (hit) => (hit.claim ? [hit.claim.kind] : []),
    speaker: (hit) => (hit.claim ? hit.claim.speakers : []),
    origin: (hit) => (hit.claim ? hit.claim.origins : []),
    outlet: (hit) => [hit.article.outlet],
    month: (hit) => [hit.article.month],
  };
  const fits = (hit, query, facet) => !query.facets[facet].size || values[facet](hit).some((v) => query.facets[facet].has(v));

  const tally = (all, query) => {
    for (const facet of FACETS) {
      const others = FACETS.filter((name) => name !== facet);
      const n = new Map();
      for (const hit of all)
        if (others.every((name) => fits(hit, query, name))) for (const v of values[facet](hit)) n.set(v, (n.get(v) || 0) + 1);
      const set = form.querySelector(`fieldset[data-facet="${facet}"]`);
      for (const box of set.querySelectorAll("input")) {
        const row = box.closest("label");
        row.querySelector(".n").textContent = (n.get(box.value) || 0).toLocaleString(document.documentElement.lang);
        row.hidden = !n.get(box.value) && !box.checked;
      }
      set.hidden = ![...set.querySelectorAll("label")].some((row) => !row.hidden);
    }
  };

  const ORDER = {
    relevance: (a, b) => a.apart - b.apart || a.named - b.named || a.article.rank - b.article.rank,
    status: (a, b) => status(a) - status(b) || ORDER.relevance(a, b),
    oldest: (a, b) => (a.article.day || "9").localeCompare(b.article.day || "9") || ORDER.relevance(a, b),
    newest: (a, b) => (b.article.day || "").localeCompare(a.article.day || "") || ORDER.relevance(a, b),
  };
  const status = (hit) => RANK.indexOf(hit.claim ? hit.claim.status : "");

  /* ---- showing ---- */

  const says = (claim) => claim.speakers.join(" ← ");

  const target = (hit) => {
    const place = hit.claim ? `c-${hit.claim.id}` : `p-${hit.sentence.paragraph}`;
    return `${root}articles/${encodeURIComponent(hit.article.slug)}/index.html#${place}`;
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

  const item = (hit, query) => {
    const { article, claim, sentence, ranges } = hit;
    const row = document.getElementById("hit").content.firstElementChild.cloneNode(true);
    const slot = (name) => row.querySelector(`[data-slot="${name}"]`);
    if (claim) {
      slot("status").classList.add(claim.status);
      slot("sign").setAttribute("href", `#g-${claim.status}`);
      slot("label").textContent = label("status", claim.status);
      slot("kind").textContent = label("kind", claim.kind);
      const asked = found.terms.map((term) => pattern(term.text, true));
      const names = (element, text) => marked(element, text, 0, text.length, asked.flatMap((regex) => matches(regex, text)));
      if (claim.speakers.length) names(slot("says"), say("says", { names: says(claim) }));
      else slot("says").textContent = say("says-none");
      const origins = claim.origins.filter((name) => !claim.speakers.includes(name));
      if (origins.length && (hit.named || query.facets.origin.size)) names(slot("rests"), say("rests", { names: origins.join(", ") }));
      else slot("rests").remove();
      slot("tie").textContent = claim.tie || say("tie-none");
    } else {
      slot("status").remove();
      slot("kind").textContent = say("plain");
      slot("ties").remove();
    }
    if (hit.apart) slot("apart").textContent = say("apart");
    else slot("apart").remove();
    slot("source").textContent = say("source", { outlet: article.outlet, date: article.date });
    slot("source").title = article.title;
    const link = slot("passage");
    link.href = target(hit);
    const from = claim ? claim.start : 0;
    const to = claim ? claim.end : sentence.text.length;
    marked(slot("before"), sentence.text, 0, from, ranges);
    marked(link, sentence.text, from, to, ranges);
    marked(slot("after"), sentence.text, to, sentence.text.length, ranges);
    slot("quote").lang = article.lang;
    slot("quote").dir = article.dir;
    return row;
  };

  const label = (facet, value) => {
    const box = form.querySelector(`input[name="${facet}"][value="${CSS.escape(value)}"]`);
    return box ? box.closest("label").querySelector(".label").textContent : value;
  };

  const state = (name) => {
    for (const each of ["start", "busy", "results", "none", "failed"]) part(each).hidden = each !== name;
    form.setAttribute("aria-busy", String(name === "busy"));
    form.dataset.state = name;
  };

  /* Of what may help, only what fits the question. */
  const advise = (query) => {
    const text = cleaned(query.text);
    const figures = /\d/.test(text);
    const helps = {
      exact: query.exact,
      fewer: /\s/.test(text),
      figure: figures && !/^\d[\d,]*$/.test(text),
      name: /\p{L}/u.test(text),
      choices: narrowed(query),
    };
    for (const line of form.querySelectorAll("[data-advice]")) line.hidden = !helps[line.dataset.advice];
    part("advice").hidden = !Object.values(helps).some(Boolean);
  };

  const show = () => {
    const query = asked();
    const all = found.articles.flatMap((article) => article.hits.map((hit) => ({ ...hit, article })));
    tally(all, query);
    const fitting = all.filter((hit) => FACETS.every((facet) => fits(hit, query, facet)));
    const rows = fitting.map((hit, n) => [hit, n]).sort((a, b) => ORDER[query.sort](a[0], b[0]) || a[1] - b[1]).map(([hit]) => hit);
    found.rows = rows;
    const articles = new Set(rows.map((hit) => hit.article.slug)).size;
    const summary = say("summary", { passages: count("passages", rows.length), articles: count("articles", articles) });
    const rest = found.left.length ? say("partly", { n: found.articles.length, total: found.total }) : "";
    const without = found.missing.map((word) => say("missing", { word })).join(" ");
    const phrase = query.exact && query.text ? say("exact", { words: query.text }) : "";
    const byName = rows.filter((hit) => hit.named).length;
    const named = byName ? count("named", byName) : "";
    part("count").textContent = [phrase, rows.length ? summary : say("nothing"), named, without, rest].filter(Boolean).join(" ");
    part("list").replaceChildren(...rows.slice(0, shown).map((hit) => item(hit, query)));
    part("more").hidden = rows.length <= shown;
    part("further").hidden = !found.left.length;
    part("csv").hidden = part("order").hidden = !rows.length;
    part("clear").hidden = !narrowed(query);
    part("loosen").hidden = !query.exact;
    advise(query);
    state(rows.length || found.left.length ? "results" : "none");
    part("narrow").hidden = !all.length && !narrowed(query);
  };

  const further = async (mine) => {
    const next = found.left.splice(0, portion);
    const read_ = await Promise.all(next.map((result, n) => read(result, found.terms, found.articles.length + n, found.query)));
    if (mine !== run) return;
    found.articles.push(...read_);
    show();
  };

  const start = async () => {
    const mine = ++run;
    const query = asked();
    shown = PAGE;
    if (!query.text && !narrowed(query)) {
      found = null;
      part("count").textContent = "";
      part("narrow").hidden = false;
      state("start");
      resetCounts();
      return;
    }
    if (query.text && !cleaned(query.text)) {
      found = { articles: [], left: [], total: 0, terms: [], missing: [], query };
      show();
      return;
    }
    const wait = setTimeout(() => mine === run && (state("busy"), (part("count").textContent = say("searching"))), 120);
    try {
      const { results, terms, missing } = await search(query);
      if (mine !== run) return;
      found = { articles: [], left: [...results], total: results.length, terms, missing, query };
      await further(mine);
    } catch (fault) {
      if (mine !== run) return;
      console.warn(fault);
      part("count").textContent = say("failed");
      state("failed");
    } finally {
      clearTimeout(wait);
    }
  };

  const totals = new Map([...form.querySelectorAll("fieldset[data-facet] .n")].map((n) => [n, n.textContent]));
  const resetCounts = () => {
    for (const [n, text] of totals) {
      n.textContent = text;
      n.closest("label").hidden = false;
      n.closest("fieldset").hidden = false;
    }
  };

  /* ---- taking away ---- */

  const cell = (text) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

  const csv = () => {
    const head = say("columns").split("|");
    const lines = found.rows.map((hit) => {
      const { article, claim, sentence } = hit;
      const passage = claim ? sentence.text.slice(claim.start, claim.end) : sentence.text;
      const about = claim ? [label("status", claim.status), label("kind", claim.kind), says(claim), claim.tie || ""] : ["", "", "", ""];
      return [passage, article.outlet, article.title, article.date, ...about, new URL(target(hit), document.baseURI).href];
    });
    const text = [head, ...lines].map((line) => line.map(cell).join(",")).join("\r\n");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`\ufeff${text}\r\n`], { type: "text/csv;charset=utf-8" }));
    link.download = `${say("file")}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  /* ---- what the reader does ---- */

  if (location.protocol === "file:") {
    fill();
    part("disk").hidden = false;
    return;
  }
  const wide = matchMedia("(min-width:60rem)");
  const unfold = () => (part("narrow").open = wide.matches);
  wide.addEventListener("change", unfold);
  unfold();
  const go = () => {
    if (address() !== location.pathname + location.search) history.pushState(null, "", address());
    start();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go();
  });
  form.addEventListener("change", (event) => {
    if (event.target.name === "q") return;
    const query = asked();
    const read = found && found.total <= portion && found.query.text === query.text && found.query.exact === query.exact;
    if (!read || !(query.text || narrowed(query))) return go();
    history.pushState(null, "", address());
    shown = PAGE;
    show();
  });
  addEventListener("popstate", () => {
    fill();
    start();
  });
  part("more").addEventListener("click", () => {
    const first = shown;
    shown += PAGE;
    show();
    part("list").children[first]?.querySelector("a").focus();
  });
  part("further").addEventListener("click", () => further(run));
  part("csv").addEventListener("click", csv);
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
  form.elements.q.addEventListener("focus", () => load().catch(() => {}), { once: true });
  fill();
  start();
})();
