/* The search page. Pagefind finds the articles that hold the words; its index tells of each
   word in which claims it stands and which facets they have (variorum/positions.py), and the
   catalogue says what the numbers mean. So every claim is counted without reading an article;
   only those on show are read (search/claims/<n>.json). An exact phrase is looked up in the
   text of the articles, some at a time. Every word shown stands in the page itself. */
(() => {
  "use strict";
  /* What every search waits for is asked for before the page itself has been read. */
  const home = new URL("../", document.currentScript.src);
  const json = async (path, options) => {
    const answer = await fetch(new URL(path, home), options);
    if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
    return answer.json();
  };
  const module = async () => {
    const found = await import(new URL("pagefind/pagefind.js", home));
    await found.options({ noWorker: true }); // a worker would be 41 KB more
    await found.init();
    return found;
  };
  const fetched = () => Promise.all([module(), json("search/catalogue.json", { cache: "no-cache" })]);
  let early = location.search && location.protocol !== "file:" ? fetched() : null;
  early?.catch(() => {});

  const begin = () => {
    const form = document.getElementById("search");
    const root = form.dataset.root;
    const portion = Number(form.dataset.portion); // articles in which a phrase is looked up at once
    const PAGE = 20; // results shown at once
    const CHOICES = 8; // values of a facet shown before all are asked for
    const LONGEST = 40; // letters of a missing word that are repeated
    const MOST_TERMS = 12; // words of a query that are looked up
    const MATTERS = 3; // matters shown before all are asked for
    const [CORRECTED, LONG] = [5, 9]; // letters of a word whose neighbour is sought, at one slip or at two
    const LENGTHS = 16, WAYS = 4, [INSIDE, BESIDE, NAMED, PLAIN] = [0, 1, 2, 3]; // as in positions.py
    const RANK = ["conflicts", "corroborates", "corroborates-unknown", "same-origin", "differs", "unlinked", ""];
    const FACETS = [...form.querySelectorAll("fieldset[data-facet]")].map((set) => set.dataset.facet);
    const SORTS = [...form.elements.sort.options].map((option) => option.value);

    const BARE = { status: [], kind: [], speaker: [], origin: [] }; // of what stands in no claim
    const SIGNS = /[.*+?^${}()|[\]\\]/g; // what a regular expression takes for its own

    const part = (name) => form.querySelector(`[data-part="${name}"]`);
    const set = (facet) => form.querySelector(`fieldset[data-facet="${facet}"]`);
    const words = document.getElementById("words").content;
    const locale = document.documentElement.lang;
    const { format: number } = new Intl.NumberFormat(locale);
    const say = (name, values = {}) =>
      words.querySelector(`[data-say="${name}"]`).textContent.replace(/\{(\w+)\}/g, (_, key) => values[key]);
    /* Who says so, nearest speaker first, then who reports it. */
    const chain = (names) => names.length ? names.reduce((speaker, outlet) => say("via", { speaker, outlet })) : "";
    const count = (name, n) => say(n === 1 ? `${name}-one` : name, { n: number(n) });
    const label = (facet, value) => {
      const box = form.querySelector(`input[name="${facet}"][value="${CSS.escape(value)}"]`);
      return box ? box.closest("label").querySelector(".label").textContent : value;
    };

    let run = 0; // only the newest search may write to the page
    let found = null; // what the newest search found: see look()
    let shown = PAGE;

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

    /* A choice of a facet, made where the page does not hold it yet. */
    const offer = (facet, value) => {
      const held = form.querySelector(`input[name="${facet}"][value="${CSS.escape(value)}"]`);
      if (held) return held.closest("label");
      const choices = set(facet).querySelector(".choices");
      const row = document.getElementById("choice").content.firstElementChild.cloneNode(true);
      const box = row.querySelector("input");
      box.name = facet;
      box.value = value;
      row.querySelector(".label").textContent = facet === "month" ? month(value) : value;
      row.querySelector(".n").textContent = "";
      choices.append(row);
      return row;
    };
    const month = (value) => {
      const [year, of] = value.split("-").map(Number);
      return (of ? months : years).format(new Date(Date.UTC(year, (of || 1) - 1)));
    };
    const months = new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", timeZone: "UTC" });
    const years = new Intl.DateTimeFormat(locale, { year: "numeric", timeZone: "UTC" });

    /* ---- what is loaded ---- */

    let loading; // promise of {pagefind, book}
    const load = () => {
      loading ??= (early || fetched()).then(([pagefind, record]) => ({ pagefind, book: catalogue(record) }));
      early = null;
      loading.catch(() => (loading = undefined));
      return loading;
    };
    const catalogue = (book) => {
      const starts = book.months.map((row) => row[1]);
      const dated = book.months.find(([name]) => !name)?.[1] ?? book.outlet.length;
      const any = (list) => [...list].sort((a, b) => b.length - a.length).map((word) => word.replace(SIGNS, "\\$&")).join("|") || "(?!)";
      const space = "[\\u00a0\\u2009\\u202f ]";
      const unit = `(?:${space}?(?:${any(book.units)}))?`;
      const names = (list) => list.map((at) => book.names[at]);
      const outlets = book.outlets.map((name) => [name]);
      return {
        ...book,
        dated,
        outlet: book.outlet.map((at) => outlets[at]),
        month: book.months.flatMap(([name], at) => Array((starts[at + 1] ?? book.outlet.length) - starts[at]).fill(name ? [name] : [])),
        profiles: book.profiles.map(([status, kind, speakers, origins]) => ({ status: [book.statuses[status]], kind: [book.kinds[kind]], speaker: names(speakers), origin: names(origins) })),
        unit: new RegExp(`${space}*(?:${any(book.units)})(?![\\p{L}\\p{N}])`, "iuy"),
        scale: new RegExp(`[\\u00a0\\u2009\\u202f -]?(${any(Object.keys(book.scales))})(?![\\p{L}\\p{N}_])`, "iuy"),
        joint: new RegExp(`^${unit}${space}*(?:${any(book.joints)})${space}*[$€£¥]?$`, "i"),
        opener: new RegExp(`(?:^|\\W)(?:${any(book.openers)})${space}+[$€£¥]?$`, "i"),
        link: new RegExp(`^${unit}${space}+(?:${any(book.links)})${space}+[$€£¥]?$`, "i"),
      };
    };
    const articles = new Map(); // number -> promise of the article
    const article = (book, n) => {
      if (!articles.has(n)) {
        const reading = json(`search/claims/${n}.json?v=${book.version}`);
        reading.catch(() => articles.delete(n));
        articles.set(n, reading);
      }
      return articles.get(n);
    };

    /* The matters, which a search of several words and one that finds nothing ask for. */
    let guiding;
    const guide = (book) => {
      guiding ??= json(`search/matters.json?v=${book.version}`);
      guiding.catch(() => (guiding = undefined));
      return guiding;
    };

    /* ---- reading a query: figures in the one notation of the index (views/numerals.py) ---- */

    const NUMBER = /(?<!\d)(\d{1,3}(?:([.,'’\u00a0\u2009\u202f ])\d{3}(?!\d))(?:\2\d{3}(?!\d))*)(?:[.,](\d+))?|(\d+)(?:[.,](\d+))?/gu;
    const value = (n) => (n < 1e15 ? String(Number(n.toFixed(3))).replace(".", "p") : "");
    const figures = (text, book) => {
      const numbers = [];
      for (const match of text.matchAll(NUMBER)) {
        const [all, grouped, , part_, plain, rest] = match;
        let end = match.index + all.length;
        if (/[\p{L}_][-–’']?$/u.test(text.slice(0, match.index))) continue; // "covid-19" is a word
        book.scale.lastIndex = end;
        const scale = book.scale.exec(text);
        if (!scale && /^[\p{L}_]/u.test(text.slice(end))) continue; // and so is "20th"
        if (scale) end = book.scale.lastIndex;
        const n = Number(`${(grouped || plain).replace(/\D/g, "")}.${part_ || rest || 0}`);
        numbers.push({ start: match.index, end, n, scale: scale ? book.scales[scale[1].toLowerCase()] : 1 });
      }
      const joined = numbers.slice(1).map((b, at) => {
        const a = numbers[at];
        const gap = text.slice(a.end, b.start);
        return book.joint.test(gap) || (book.opener.test(text.slice(0, a.start)) && book.link.test(gap));
      });
      const terms = [];
      for (let at = 0; at < numbers.length; at++) {
        const [a, b] = [numbers[at], numbers[at + 1]];
        if (joined[at] && !joined[at - 1] && !joined[at + 1]) {
          const opener = book.link.test(text.slice(a.end, b.start)) && book.opener.exec(text.slice(0, a.start));
          const low = a.n * (a.scale > 1 ? a.scale : b.scale);
          terms.push({ start: opener ? opener.index : a.start, end: b.end, word: `${value(low)}to${value(b.n * b.scale)}` });
          at++;
        } else terms.push({ start: a.start, end: a.end, word: value(a.n * a.scale) });
      }
      return terms.map((term) => ({ ...term, figure: true, text: text.slice(term.start, term.end).trim() }));
    };
    const read = (text, book) => {
      const terms = figures(text, book);
      let rest = text;
      for (const { start, end } of terms) {
        book.unit.lastIndex = end;
        const after = book.unit.test(rest) ? book.unit.lastIndex : end;
        rest = rest.slice(0, start) + " ".repeat(after - start) + rest.slice(after);
      }
      const units = new Set(terms.length ? book.units : []);
      for (const match of rest.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’.\u00ad\p{Pd}][\p{L}\p{M}\p{N}]+)*/gu)) {
        const word = match[0].toLocaleLowerCase(locale);
        if (!units.has(word)) terms.push({ start: match.index, word: word.replaceAll(".", ""), text: match[0] });
      }
      terms.sort((a, b) => a.start - b.start);
      return [...new Map(terms.filter((term) => term.word).map((term) => [term.word, term])).values()];
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
       thousands are parted, ranges however they are joined. */
    const BETWEEN = "[^\\p{L}\\p{N}]+";
    const LETTER = "(?![\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}])[\\p{L}\\p{N}]";
    const digits = (written) => {
      const [whole, ...decimals] = written.replace(/(?<=\d)[.,'](?=\d{3}(?!\d))/g, "").split(/[.,']/);
      return [whole.replace(/\B(?=(?:\d{3})+$)/g, "[.,' ]?"), ...decimals].join("[.,]");
    };
    const phrase = (text, book) => {
      const joint = `(?:[^\\p{L}\\p{N}]{1,3}|${book.joints.concat(book.links).filter((word) => /\w/.test(word)).map((word) => ` ${word} `).join("|") || "(?!)"})`;
      const tidy = fold(text).replace(/(\d) (?=\d{3}(?!\d))/g, "$1,").replace(/(\d)\s*-\s*(?=\d)/g, "$1-").replace(/(\d) to (?=\d)/g, "$1-");
      const parts = tidy.split(/\s+/).map((word) => {
        const figure = /^[^\p{L}\p{N}]*(\d[\d.,'-]*)[^\p{L}\p{N}]*$/u.exec(word)?.[1].replace(/[.,'-]+$/, "");
        return figure ? `(?<!\\d)(?<!\\d[.,'])[$€£¥]?${figure.split("-").map(digits).join(joint)}(?![.,']?\\d)%?` : (word.match(/[\p{L}\p{M}\p{N}]+/gu) || []).join(BETWEEN);
      });
      return new RegExp(`(?<!${LETTER})${parts.filter(Boolean).join(BETWEEN)}(?!${LETTER})`, "gu");
    };
    const matches = (regex, text) => [...fold(text).matchAll(regex)].map((m) => [m.index, m.index + m[0].length]);

    /* ---- finding ---- */

    /* The word by which the index finds the claims that have a value: positions.facet_word. */
    const facetWord = (facet, name) => {
      let [first, second] = [2166136261, 84696351];
      for (const byte of new TextEncoder().encode(`${facet} ${name}`)) {
        first = Math.imul(first ^ byte, 16777619) >>> 0;
        second = Math.imul(second ^ byte, 16777619) >>> 0;
      }
      return `zz${first}z${second}`;
    };

    const unpack = (place, book) => {
      const length = place % LENGTHS;
      const profiles = Math.max(1, book.profiles.length);
      let rest = (place - length) / LENGTHS;
      const profile = rest % profiles;
      rest = (rest - profile) / profiles;
      const way = rest % WAYS;
      rest = (rest - way) / WAYS;
      return { length, profile, way, claim: rest % book.claims, sentence: Math.floor(rest / book.claims) };
    };

    /* Every place of a word by article. Pagefind finds also what only begins with the word: that
       is left out where the word itself stands, and otherwise told. */
    const places = async (term, { pagefind, book }) => {
      const { results } = await pagefind.search(term.word);
      // Pagefind takes words that could not be loaded for words that are nowhere.
      const lost = performance.getEntriesByType("resource").some(({ name, responseStatus: status }) => name.endsWith(".pf_index") && status !== undefined && (status < 200 || status > 399));
      if (!results.length && lost) throw new Error("The index could not be loaded");
      const rows = results.map(({ id, score, words: held }) => ({ n: Number(id), score, held: held.map((place) => unpack(place, book)) }));
      const letters = fold(term.word).replace(/[^\p{L}\p{N}]/gu, "");
      let length = Math.min(LENGTHS - 1, letters.length);
      if (!term.figure) {
        const least = rows.reduce((least_, { held }) => held.reduce((n, place) => Math.min(n, place.length), least_), LENGTHS);
        term.begins = least < LENGTHS && least > length; // only longer words begin so
        // Where nothing begins with the word, Pagefind finds a word that the word begins with:
        // the stem of another form of it, of a misspelling, or something else altogether.
        if (term.begins && letters.length < 3 && !UNPARTED.test(letters)) length = LENGTHS; // "b" begins too much
        const tail = term.begins || least === LENGTHS - 1 ? "" : letters.slice(least);
        term.like = tail && !ends(tail, book.endings);
        if (length < LENGTHS) length = term.like && (least < 4 || tail.length > 3) ? LENGTHS : least;
      }
      term.stem = term.begins ? letters.length : length;
      term.letters = letters;
      term.found = new Map();
      for (const { n, score, held } of rows) {
        const kept = term.begins && length < LENGTHS ? held : held.filter((place) => place.length === length);
        if (kept.length) term.found.set(n, { score, kept });
      }
    };

    /* Whether letters are one ending after the other, the first of them perhaps a part of one. */
    const ends = (tail, endings) => endings.some((end) => end.endsWith(tail) || (tail.endsWith(end) && ends(tail.slice(0, -end.length), endings)));

    const row = (n, { sentence, claim, profile, way }, book, about) => ({
      n,
      sentence,
      claim: way === PLAIN ? -1 : claim,
      ...(way === PLAIN ? BARE : book.profiles[profile]),
      outlet: book.outlet[n],
      month: book.month[n],
      named: false,
      apart: false,
      ...about,
    });

    /* The claims of one article that hold a word, in sentences that hold all of them; where no
       sentence does, in those that hold most. A name counts also where it is the speaker or the
       origin, if then no word is missing. Where the words stand beside the claims of their
       sentence, the nearest claim is taken. */
    const hits = (n, terms, rank, { book }) => {
      const sentences = new Map();
      terms.forEach((term, at) => {
        for (const place of term.found.get(n).kept) {
          if (!sentences.has(place.sentence)) sentences.set(place.sentence, { terms: new Set(), inside: new Map(), beside: null, plain: null, names: new Map() });
          const here = sentences.get(place.sentence);
          if (place.way === NAMED) {
            if (!here.names.has(place.claim)) here.names.set(place.claim, { place, terms: new Set() });
            here.names.get(place.claim).terms.add(at);
            continue;
          }
          here.terms.add(at);
          if (place.way === INSIDE) here.inside.set(place.claim, place);
          else if (place.way === BESIDE) here.beside ??= place;
          else here.plain ??= place;
        }
      });
      const rows = [...sentences.values()];
      for (const here of rows)
        here.named = [...here.names.values()].filter((name) => terms.every((_, at) => name.terms.has(at) || here.terms.has(at))).map((name) => name.place);
      const most = rows.some((here) => here.named.length) ? terms.length : Math.max(0, ...rows.map((here) => here.terms.size));
      if (!most) return [];
      const about = { rank, apart: most < terms.length, most };
      return rows.flatMap((here) => {
        const held = [...here.inside.values()];
        const nearest = held.length ? held : [here.beside || here.plain].filter(Boolean);
        const own = here.terms.size === most ? nearest : [];
        const others = here.named.filter((place) => !own.some((each) => each.claim === place.claim && each.way !== PLAIN));
        return [...own.map((place) => row(n, place, book, about)), ...others.map((place) => row(n, place, book, { ...about, named: true }))];
      });
    };

    const key = (hit) => `${hit.n} ${hit.sentence} ${hit.claim}`;

    /* The claims that have a value of a facet; asked of the index where the catalogue lacks it. */
    const having = async (facet, name, loaded) => {
      const term = { word: facetWord(facet, name), figure: true };
      await places(term, loaded);
      return [...term.found].flatMap(([n, { kept }]) => kept.map((place) => row(n, place, loaded.book, { rank: n })));
    };

    /* Names are narrowed by here where the catalogue holds too few to know them all. */
    const labelled = async (rows, query, loaded) => {
      for (const facet of ["speaker", "origin"])
        for (const name of query.facets[facet]) {
          if (loaded.book.names.includes(name)) continue;
          const with_ = new Set((await having(facet, name, loaded)).map(key));
          for (const hit of rows) if (with_.has(key(hit)) && !hit[facet].includes(name)) hit[facet] = [...hit[facet], name];
        }
      return rows;
    };

    const look = async (query) => {
      const loaded = await load();
      const { book } = loaded;
      const all = read(query.text, book);
      const terms = all.slice(0, MOST_TERMS);
      const result = { query, book, terms, cut: all.length > MOST_TERMS, rows: [], missing: [], instead: [], matters: [], unread: [], checked: 0, whole: !query.text };
      if (!query.text) {
        const facets = FACETS.filter((name) => query.facets[name].size);
        const known = new Map();
        for (const facet of facets)
          for (const name of query.facets[facet]) for (const hit of await having(facet, name, loaded)) known.set(key(hit), hit);
        result.rows = await labelled([...known.values()], query, loaded);
        result.totals = facets.length === 1 ? facets[0] : "";
        return result;
      }
      const asked_ = terms.length > 1 || book.guided ? guide(book) : null;
      asked_?.catch(() => {});
      await Promise.all(terms.map((term) => places(term, loaded)));
      if (!query.phrases.length) result.terms = await corrected(result, loaded);
      const every = result.terms;
      result.missing = every.filter((term) => !term.found.size).map((term) => term.text);
      result.terms = every.filter((term) => term.found.size);
      if (result.terms.length && !(query.phrases.length && result.missing.length)) await together(result, query, loaded, asked_);
      if (asked_ || !result.rows.length) {
        const held = await (asked_ || guide(book));
        result.guide = held;
        result.matters = held.rows.map((row_) => answers(row_, every, held.common, book));
      }
      return result;
    };

    /* Where nothing holds all words, common ones are left out; then the passages that hold most
       of the others are taken, if those are at least half. */
    const together = async (result, query, loaded, asked_) => {
      const { book } = loaded;
      let ranked = ranking(result.terms);
      result.rows = ranked.flatMap(([n], rank) => hits(n, result.terms, rank, loaded));
      if (!result.rows.length && !query.phrases.length && result.terms.length > 1) {
        const { common } = await asked_;
        const telling = result.terms.filter((term) => !common.includes(term.word));
        if (telling.length && telling.length < result.terms.length) {
          result.common = result.terms.filter((term) => !telling.includes(term)).map((term) => term.text);
          result.terms = telling;
          ranked = ranking(telling);
          result.rows = ranked.flatMap(([n], rank) => hits(n, telling, rank, loaded));
        }
        if (!result.rows.length && telling.length > 1) {
          const rows = ranking(telling, true).flatMap(([n], rank) => hits(n, telling.filter((term) => term.found.has(n)), rank, loaded));
          const most = rows.reduce((n, hit) => Math.max(n, hit.most), 0);
          if (most * 2 >= telling.length) {
            result.rows = rows.filter((hit) => hit.most === most);
            result.some = { n: most, total: telling.length };
          }
        }
      }
      if (query.phrases.length) {
        const together = new Set(result.rows.filter((hit) => !hit.apart).map((hit) => hit.n));
        result.named = result.rows.filter((hit) => hit.named);
        result.unread = ranked.map(([n], rank) => ({ n, rank })).filter(({ n }) => together.has(n));
        result.total = result.unread.length;
        result.patterns = query.phrases.map((text) => phrase(text, book));
        result.rows = [];
        await checkFurther(result);
      }
      result.rows = await labelled(result.rows, query, loaded);
    };

    /* [article, score] of those that hold every word, or any of them, best first. */
    const ranking = (terms, any = false) => {
      const [first, ...others] = [...terms].sort((a, b) => a.found.size - b.found.size);
      const numbers = any ? [...new Set(terms.flatMap((term) => [...term.found.keys()]))] : [...first.found.keys()].filter((n) => others.every((term) => term.found.has(n)));
      const score = (n) => terms.reduce((sum, term) => sum + (term.found.get(n)?.score || 0), 0);
      return numbers.map((n) => [n, score(n)]).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    };

    /* ---- what may be meant ---- */

    /* Words that stand nowhere, each exchanged for its nearest neighbour where it has one. */
    const corrected = async (result, loaded) => {
      const { book } = loaded;
      const lost = result.terms.filter((term) => !term.found.size && !term.figure && term.letters.length >= CORRECTED && !UNPARTED.test(term.letters));
      if (!lost.length) return result.terms;
      const lines = await json(`search/words.json?v=${book.version}`);
      const near = new Map();
      for (const term of lost) {
        const [other] = neighbours(term.letters, lines, book);
        if (!other) continue;
        const made = { start: term.start, word: other.toLocaleLowerCase(locale), text: other };
        await places(made, loaded);
        if (!made.found.size) continue;
        near.set(term, made);
        result.instead.push({ from: term.text, to: other });
      }
      return result.terms.map((term) => near.get(term) || term);
    };
    const neighbours = (letters, lines, book) => {
      const most = letters.length < LONG ? 1 : 2;
      const found_ = [];
      const sorted = (word) => [...word].sort().join("");
      [...lines, [...book.names, ...book.outlets].join(" ")].forEach((line, rarity) => {
        for (const word of line.match(/[\p{L}\p{M}]+/gu) || []) {
          if (word.length < CORRECTED || Math.abs(word.length - letters.length) > most) continue;
          const folded = fold(word).replace(/\p{M}/gu, "");
          const far = distance(letters, folded, most);
          // Swapped letters are the likeliest slip, one in the first letter the rarest.
          if (far <= most) found_.push({ word, rank: [far, Number(sorted(folded) !== sorted(letters)), Number(folded[0] !== letters[0]), rarity] });
        }
      });
      const order = (a, b) => a.rank.map((n, at) => n - b.rank[at]).find(Boolean) || 0;
      return found_.sort(order).map(({ word }) => word);
    };
    /* Letters to put in, take out, exchange or swap with the next, given up beyond ``most``. */
    const distance = (a, b, most) => {
      let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
      for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
          next[j] = Math.min(last[j] + 1, next[j - 1] + 1, last[j - 1] + (a[i - 1] !== b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
        }
        if (Math.min(...next) > most) return most + 1;
        [before, last] = [last, next];
      }
      return last[b.length];
    };

    /* Whether two words are forms of one: they differ by their endings alone. */
    const kin = (one, other, book) => {
      if (one === other) return true;
      if (one.slice(0, 3) !== other.slice(0, 3)) return false;
      let same = 3;
      while (same < Math.min(one.length, other.length) && one[same] === other[same]) same++;
      const ending = (tail) => !tail || ["e", "y", "d", "r"].includes(tail) || book.endings.includes(tail);
      for (let at = same; at >= Math.max(3, same - 2); at--) if (ending(one.slice(at)) && ending(other.slice(at))) return true;
      return false;
    };
    /* How well a matter answers: words of the query in its title count twice; 0 where most of
       them stand in neither its title nor its summary. */
    const answers = ([, title_, summary], terms, common, book) => {
      const telling = terms.filter((term) => !common.includes(term.word));
      const split = (line) => fold(line).match(/[\p{L}\p{M}\p{N}]+/gu) || [];
      const [named, told] = [split(title_), split(summary)];
      const holds = (term) => {
        if (term.figure) return figures(title_, book).some((each) => each.word === term.word) ? 2 : 0;
        const is = (word) => kin(term.letters, word, book) || (term.found.size > 0 && alike(term, word, false, book));
        return named.some(is) ? 2 : Number(told.some(is));
      };
      const each = telling.map(holds);
      return each.filter(Boolean).length * 2 > telling.length ? each.reduce((sum, n) => sum + n, 0) : 0;
    };

    /* A name as part of an address: views/names.key_of. */
    const passed = new Set(form.dataset.passOver.split(" "));
    const addressed = (name) => {
      const plain = name.toLowerCase().replaceAll("ß", "ss").normalize("NFKD").replace(/([a-z])\p{M}+/gu, "$1").replace(/['’]/g, "");
      const parts = plain.match(/[\p{L}\p{M}\p{N}]+/gu) || [];
      if (parts.length > 1 && passed.has(parts[0])) parts.shift();
      return parts.join("-").normalize("NFC");
    };
    const LONGEST_NAME = 100; // bytes of a name that its address holds whole
    const proper = (name) => name.split(" ").slice(0, 2).some((word) => /^[^\p{Ll}]/u.test(word));
    /* The registers that have a name: [facet, name, address]. A part of a name leads to the one
       name that has it. */
    const registers = (query, book, texts) => {
      const words_ = addressed(query);
      if (!words_) return [];
      const has = { origin: new Set(), speaker: new Set(), outlet: new Set(book.outlets) };
      const claims = texts.flatMap((text) => text.sentences.flatMap((sentence) => sentence.claims));
      for (const each of book.profiles) for (const facet of ["origin", "speaker"]) for (const name of each[facet]) has[facet].add(name);
      for (const claim of claims) {
        for (const name of claim.origins || []) has.origin.add(name);
        for (const name of claim.speakers || []) has.speaker.add(name);
      }
      const forms = new Map();
      const note = (form_, name) => forms.set(addressed(form_), forms.get(addressed(form_)) || name);
      for (const names of Object.values(has)) for (const name of names) if (proper(name)) note(name, name);
      for (const text of texts) for (const [name, ...others] of text.names) if (proper(name)) for (const other of others) note(other, name);
      const longer = [...forms].filter(([key_]) => `-${key_}-`.includes(`-${words_}-`)).map(([, name]) => addressed(name));
      const one = forms.has(words_) ? addressed(forms.get(words_)) : new Set(longer).size === 1 ? longer[0] : "";
      if (!one || new TextEncoder().encode(one).length > LONGEST_NAME) return [];
      return Object.entries(has).flatMap(([facet, names]) => {
        const name = [...names].find((each) => proper(each) && addressed(each) === one);
        return name ? [[facet, name, `${root}${facet}s/${encodeURIComponent(one)}/index.html`]] : [];
      });
    };

    /* A phrase is looked up in the words of the articles themselves, some at a time. */
    const checkFurther = async (result, most = portion) => {
      const next = result.unread.splice(0, most);
      const texts = await Promise.all(next.map(({ n }) => article(result.book, n)));
      next.forEach(({ n, rank }, at) => result.rows.push(...phrases(texts[at], n, rank, result)));
      result.checked += next.length;
    };
    const phrases = (text, n, rank, { book, patterns, named }) => {
      const rows = text.sentences.flatMap((sentence, at) => {
        const each = patterns.map((pattern) => matches(pattern, sentence.text));
        if (!each.every((ranges) => ranges.length)) return [];
        const points = offsets(sentence.text);
        const gap = ({ start, end }) => Math.min(...each.flat().map(([from, to]) => Math.max(0, from + 1 - points(end), points(start) + 1 - to)));
        const gaps = sentence.claims.map(gap);
        const held = gaps.flatMap((apart, c) => (apart ? [] : [c]));
        const claims = held.length ? held : gaps.length ? [gaps.indexOf(Math.min(...gaps))] : [-1];
        return claims.map((c) => row(n, { sentence: at, claim: c, profile: sentence.claims[c]?.profile, way: c < 0 ? PLAIN : INSIDE }, book, { rank }));
      });
      const known = new Set(rows.map(key));
      const forms = new Map(text.names.map(([name, ...others]) => [name, [name, ...others]]));
      const called = (hit) => {
        const { speakers = [], origins = [] } = text.sentences[hit.sentence].claims[hit.claim];
        const names = [...speakers, ...origins].flatMap((name) => forms.get(name) || [name]);
        return patterns.every((pattern) => names.some((name) => matches(pattern, name).length));
      };
      return [...rows, ...named.filter((hit) => hit.n === n && !known.has(key(hit)) && called(hit))];
    };

    /* ---- narrowing, counting, ordering ---- */

    const fits = (hit, query, facet) => !query.facets[facet].size || hit[facet].some((name) => query.facets[facet].has(name));

    /* A value counts the claims that fit whatever else is chosen: those that fit all facets count
       for every value, those that miss one facet for the values of that one. */
    const tally = () => {
      const { rows, query, whole } = found;
      const n = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
      const chosen = FACETS.filter((facet) => query.facets[facet].size);
      for (const hit of rows) {
        const missed = chosen.filter((facet) => !fits(hit, query, facet));
        if (missed.length > 1) continue;
        for (const facet of missed.length ? missed : FACETS) for (const name of hit[facet]) n[facet].set(name, (n[facet].get(name) || 0) + 1);
      }
      // With one facet chosen and nothing asked, its other values are those of the whole archive.
      if (whole && found.totals) for (const [name, total] of totals[found.totals]) n[found.totals].set(name, total);
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
      for (const row_ of set(facet).querySelectorAll("label")) row_.hidden = !rows.includes(row_);
      rows.forEach((row_, at) => (row_.querySelector(".n").textContent = number(n.get([...listed, ...ticked][at]) || 0)));
      set(facet).querySelector(".choices").append(...rows);
      if (rows.some((row_) => row_.contains(focused))) focused.focus({ preventScroll: true });
      const more = set(facet).querySelector("[data-all-of]");
      more.hidden = listed.length === names.length;
      more.textContent = say("all", { n: number(names.length) });
      for (const rest of set(facet).querySelectorAll(".rest")) rest.hidden = true;
      set(facet).hidden = !rows.length;
    };

    const status = (hit) => RANK.indexOf(hit.status[0] || "");
    const worth = (a, b) => a.apart - b.apart || a.named - b.named;
    const undated = (hit) => Number(hit.n >= found.book.dated);
    const ORDER = {
      status: (a, b) => worth(a, b) || status(a) - status(b) || a.rank - b.rank,
      relevance: (a, b) => worth(a, b) || a.rank - b.rank,
      oldest: (a, b) => a.n - b.n,
      newest: (a, b) => undated(a) - undated(b) || b.n - a.n,
      outlet: (a, b) => a.outlet[0].localeCompare(b.outlet[0], locale) || ORDER.status(a, b),
    };

    /* ---- showing ---- */

    const target = (text, hit) => {
      const sentence = text.sentences[hit.sentence];
      const place = hit.claim < 0 ? `p-${sentence.paragraph}` : `c-${sentence.claims[hit.claim].id}`;
      return `${root}articles/${encodeURIComponent(text.slug)}/index.html#${place}`;
    };

    /* Where the words asked for stand in a text, in any of their forms. */
    const stem = (word, length) => word.slice(0, length).replace(/y$/, "i");
    const alike = (term, word, loosely, { endings } = found.book) => {
      if (word === term.letters) return true;
      if (stem(word, term.stem) !== stem(term.letters, term.stem)) return false;
      const tail = word.slice(term.stem);
      return loosely || term.begins || !tail || tail === "e" || endings.includes(tail);
    };
    const solid = (text) => fold(text).replace(/[^\p{L}\p{N}]/gu, "");
    const literal = (text) => new RegExp(`(?<![\\p{L}\\p{N}])${fold(text).split(/\s+/).map((word) => word.replace(SIGNS, "\\$&")).join(BETWEEN)}(?![\\p{L}\\p{N}])`, "gu");
    const marks = (text, sentence) => {
      const { terms, patterns } = found;
      const line = text.sentences[sentence].text;
      if (patterns) return patterns.flatMap((pattern) => matches(pattern, line));
      const ranges = [];
      const also = text.also.filter((row_) => row_[2].includes(sentence));
      for (const term of terms) {
        if (term.figure) {
          for (const [written, values, at] of text.figures) if (values.includes(term.word) && at.includes(sentence)) ranges.push(...matches(new RegExp(`(?<!\\p{N})[$€£¥]?${fold(written).replace(SIGNS, "\\$&")}(?!\\p{N})%?`, "gu"), line));
          continue;
        }
        const own = inText(term, line);
        for (const [written, others] of also) if (others.some((other) => inText(term, other).length)) own.push(...matches(literal(written), line));
        ranges.push(...(own.length || term.stem < 4 ? own : inText(term, line, true)));
      }
      return ranges;
    };
    const inText = (term, line, loosely) => {
      const ranges = [];
      for (const match of line.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’\u00ad\p{Pd}][\p{L}\p{M}\p{N}]+)*/gu)) {
        const end = match.index + match[0].length;
        if (alike(term, solid(match[0]), loosely)) ranges.push([match.index, end]);
        else for (const piece of match[0].matchAll(/[\p{L}\p{M}\p{N}]+/gu)) if (alike(term, solid(piece[0]), loosely)) ranges.push([match.index + piece.index, match.index + piece.index + piece[0].length]);
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

    const item = (hit, text) => {
      const element = document.getElementById("hit").content.firstElementChild.cloneNode(true);
      const slot = (name) => element.querySelector(`[data-slot="${name}"]`);
      const sentence = text.sentences[hit.sentence];
      const claim = sentence.claims[hit.claim];
      if (claim) {
        slot("status").classList.add(claim.status);
        slot("sign").setAttribute("href", `#g-${claim.status}`);
        slot("label").textContent = label("status", claim.status);
        slot("kind").textContent = label("kind", claim.kind);
        const names = (place, line) => marked(place, line, 0, line.length, found.terms.flatMap((term) => (term.figure ? [] : inText(term, line))));
        const speakers = claim.speakers || [];
        if (speakers.length) names(slot("says"), say("says", { names: chain(speakers) }));
        else slot("says").textContent = say("says-none");
        const origins = (claim.origins || []).filter((name) => !speakers.includes(name));
        if (origins.length && (hit.named || found.query.facets.origin.size)) names(slot("rests"), say("rests", { names: origins.join(", ") }));
        else slot("rests").remove();
        slot("tie").textContent = claim.tie || say("tie-none");
        slot("by").textContent = claim.by || say("by-program");
      } else {
        slot("status").remove();
        slot("kind").textContent = say("plain");
        slot("ties").remove();
        slot("by").remove();
      }
      if (hit.apart) slot("apart").textContent = say("apart");
      else slot("apart").remove();
      slot("source").textContent = say("source", { outlet: text.outlet, date: text.date });
      slot("source").title = text.title;
      const link = slot("passage");
      link.href = target(text, hit);
      const [from, to] = claim ? [claim.start, claim.end] : [0, sentence.text.length];
      const points = offsets(sentence.text);
      const ranges = marks(text, hit.sentence);
      marked(slot("before"), sentence.text, 0, points(from), ranges);
      marked(link, sentence.text, points(from), points(to), ranges);
      marked(slot("after"), sentence.text, points(to), sentence.text.length, ranges);
      slot("quote").lang = text.lang;
      slot("quote").dir = text.dir;
      return element;
    };
    /* The archive counts characters, a script their halves: the two differ beyond the first plane. */
    const offsets = (text) => (/[\u{10000}-\u{10ffff}]/u.test(text) ? (at) => [...text].slice(0, at).join("").length : (at) => at);

    const state = (name) => {
      for (const each of ["start", "busy", "results", "none", "failed"]) part(each).hidden = each !== name;
      if (name !== "results" && name !== "none") part("lead").hidden = true;
      form.setAttribute("aria-busy", String(name === "busy"));
      form.dataset.state = name;
    };

    /* Of what may help, only what fits the question. */
    const UNPARTED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Khmr}\p{scx=Laoo}\p{scx=Mymr}]/u;
    const advise = ({ query, terms }) => {
      const helps = {
        exact: query.phrases.length > 0,
        fewer: terms.length > 1 || /\S\s+\S/.test(query.text),
        spelling: /\p{L}{4}/u.test(query.text) && !UNPARTED.test(query.text),
        unparted: UNPARTED.test(query.text) && !/^(zh|ja|th)/.test(locale),
        signs: Boolean(query.text) && !/[\p{L}\p{N}]/u.test(query.text),
        choices: narrowed(query),
      };
      for (const line of form.querySelectorAll("[data-advice]")) line.hidden = !helps[line.dataset.advice];
      part("advice").hidden = !Object.values(helps).some(Boolean);
    };

    const short = (word) => (word.length > LONGEST ? `${word.slice(0, LONGEST)}…` : word);
    const remarks = ({ query, terms, missing, instead, common, some, cut, unread, checked, total }, fitting) => {
      const named = fitting.filter((hit) => hit.named).length;
      return [
        fitting.length && named ? count("named", named) : "",
        query.phrases.length ? say("exact", { words: query.phrases.join("”, “") }) : "",
        ...instead.map(({ from, to }) => say("instead", { word: short(from), other: to })),
        ...missing.map((word) => say(query.phrases.length || !terms.length ? "missing-exact" : "missing", { word: short(word) })),
        common ? say("common", { words: common.join("”, “") }) : "",
        some ? say("some", { n: number(some.n), total: number(some.total) }) : "",
        ...terms.filter((term) => term.begins || term.like).map((term) => say(term.begins ? "begins" : "like", { word: term.text })),
        cut ? say("cut", { n: MOST_TERMS }) : "",
        unread.length ? say("partly", { n: number(checked), total: number(total) }) : "",
      ].filter(Boolean).join(" ");
    };

    /* Writes what was found; ``mine`` keeps an older search from writing over a newer one. */
    const show = async (mine) => {
      const query = (found.query = { ...asked(), text: found.query.text, phrases: found.query.phrases });
      tally();
      const fitting = found.rows.filter((hit) => FACETS.every((facet) => fits(hit, query, facet)));
      fitting.sort((a, b) => ORDER[query.sort](a, b) || a.n - b.n || a.sentence - b.sentence || a.claim - b.claim);
      found.fitting = fitting;
      const first = fitting.slice(0, shown);
      const texts = await Promise.all(first.map((hit) => article(found.book, hit.n)));
      if (mine !== run) return;
      const total = document.createElement("b");
      total.textContent = fitting.length ? count("passages", fitting.length) : say(!found.rows.length && found.terms.length > 1 && !query.phrases.length ? "together" : "nothing");
      const where = new Set(fitting.map((hit) => hit.n)).size;
      const [before, after] = say("summary", { passages: "\u0000", articles: count("articles", where) }).split("\u0000");
      const summary = fitting.length ? [before, total, after] : [total];
      part("count").replaceChildren(...summary, " ", remarks(found, fitting));
      lead(texts, first);
      part("list").replaceChildren(...first.map((hit, at) => item(hit, texts[at])));
      part("more").hidden = fitting.length <= shown;
      part("more").textContent = say("more", { n: number(Math.min(PAGE, fitting.length - shown)) });
      part("further").hidden = !found.unread.length;
      part("csv").hidden = part("order").hidden = !fitting.length;
      part("clear").hidden = !narrowed(query);
      part("loosen").hidden = !query.phrases.length;
      advise(found);
      state(fitting.length || found.unread.length ? "results" : "none");
      part("narrow").hidden = !found.rows.length && !narrowed(query);
    };

    /* What leads on from the passages: the word as it was typed, the registers, the matters. */
    const lead = (texts, first) => {
      const { query, book, instead, matters, guide: held } = found;
      const link = (href, text) => {
        const element = document.createElement("a");
        element.href = href;
        element.textContent = text;
        return element;
      };
      let meant = query.text;
      for (const { from, to } of instead) meant = meant.replace(from, to);
      const typed = instead.map(({ from }) => {
        const asked_ = new URLSearchParams([...new FormData(form)].filter(([name, value_]) => value_ && name !== "q"));
        asked_.set("q", query.text.replace(from, `"${from}"`));
        return link(`${location.pathname}?${asked_}`, say("as-typed", { word: short(from) }));
      });
      part("instead").replaceChildren(...typed);
      const unlike = [...new Map(texts.map((text) => [text.slug, text])).values()];
      const names = query.text ? registers(meant, book, unlike) : [];
      part("names").replaceChildren(...names.flatMap(([facet, name, href]) => [link(href, say(`lead-${facet}`, { name })), " "]));
      const shares = new Map();
      first.forEach((hit, at) => {
        for (const n of texts[at].sentences[hit.sentence].claims[hit.claim]?.matters || []) shares.set(n, (shares.get(n) || 0) + 1);
      });
      const fits_ = (n) => matters[n] || (query.text && shares.get(n) >= 3 && shares.get(n) * 3 >= first.length);
      const ranked = (held?.rows || []).map((_, n) => n).filter(fits_).sort((a, b) => matters[b] - matters[a] || (shares.get(b) || 0) - (shares.get(a) || 0) || a - b);
      const items = ranked.map((n, at) => {
        const [slug, title_, , status_] = held.rows[n];
        const element = document.createElement("li");
        element.append(link(`${root}matters/${encodeURIComponent(slug)}/index.html`, title_));
        if (status_) {
          const remark = document.createElement("span");
          remark.className = "soft";
          remark.textContent = say(`matter-${status_}`);
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

    const failed = (fault) => {
      console.warn(fault);
      part("count").textContent = say("failed");
      state("failed");
    };

    const start = async () => {
      const mine = ++run;
      const query = asked();
      shown = PAGE;
      document.title = query.text ? say("window", { words: query.text, title }) : title;
      if (!query.text && !narrowed(query)) {
        found = null;
        part("count").textContent = "";
        part("narrow").hidden = false;
        part("csv").hidden = part("order").hidden = part("clear").hidden = true;
        whole();
        state("start");
        return;
      }
      const wait = setTimeout(() => mine === run && (state("busy"), (part("count").textContent = say("searching"))), 150);
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
        clearTimeout(wait);
      }
    };
    const again = (work) => {
      const mine = ++run;
      return Promise.resolve(work && work()).then(() => mine === run && show(mine)).catch((fault) => mine === run && failed(fault));
    };

    /* What the page says before anything is asked. */
    const title = document.title;
    const offered = new Map([...form.querySelectorAll("fieldset[data-facet] label")].map((row_) => [row_, row_.querySelector(".n").textContent]));
    const totals = Object.fromEntries(
      FACETS.map((name) => [name, [...set(name).querySelectorAll("label")].map((row_) => [row_.querySelector("input").value, Number(row_.querySelector(".n").dataset.n)])])
    );
    const whole = () => {
      for (const facet of FACETS) {
        for (const row_ of [...set(facet).querySelectorAll("label")]) {
          if (!offered.has(row_)) row_.remove();
          else {
            row_.hidden = false;
            row_.querySelector(".n").textContent = offered.get(row_);
          }
        }
        set(facet).querySelector(".choices").append(...[...offered.keys()].filter((row_) => row_.querySelector("input").name === facet));
        set(facet).hidden = false;
        for (const rest of set(facet).querySelectorAll(".rest")) rest.hidden = false;
        set(facet).dataset.all = "";
        set(facet).querySelector("[data-all-of]").hidden = true;
      }
    };

    /* ---- taking away ---- */

    const cell = (text) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

    const csv = async () => {
      const { fitting, book } = found;
      const lines = [];
      for (let at = 0; at < fitting.length; at += portion) {
        const some = fitting.slice(at, at + portion);
        const texts = await Promise.all(some.map((hit) => article(book, hit.n)));
        some.forEach((hit, n) => lines.push(line(hit, texts[n])));
        if (fitting.length > portion) part("csv").textContent = say("preparing", { n: number(lines.length), total: number(fitting.length) });
      }
      part("csv").textContent = say("csv");
      const text = [say("columns").split("|"), ...lines].map((row_) => row_.map(cell).join(",")).join("\r\n");
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([`\ufeff${text}\r\n`], { type: "text/csv;charset=utf-8" }));
      link.download = `${say("file")}.csv`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    };
    const line = (hit, text) => {
      const sentence = text.sentences[hit.sentence];
      const claim = sentence.claims[hit.claim];
      const points = offsets(sentence.text);
      const passage = claim ? sentence.text.slice(points(claim.start), points(claim.end)) : sentence.text;
      const about = claim ? [label("status", claim.status), label("kind", claim.kind), chain(claim.speakers || []), claim.tie || "", claim.by || say("by-program")] : ["", "", "", "", ""];
      return [passage, text.outlet, text.title, text.date, ...about, new URL(target(text, hit), document.baseURI).href];
    };

    /* ---- coming back: the same result, the same place ---- */

    let back = null;
    try {
      const kept = JSON.parse(sessionStorage.getItem("search") || "null");
      if (performance.getEntriesByType("navigation")[0]?.type === "back_forward" && kept?.address === location.pathname + location.search) back = kept;
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
      return start();
    };
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
    addEventListener("popstate", () => {
      fill();
      start();
    });
    form.addEventListener("click", (event) => {
      const facet = event.target.dataset?.allOf;
      if (!facet) return;
      set(facet).dataset.all = "yes";
      const first = set(facet).querySelectorAll("label:not([hidden])").length;
      tally();
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
    try { keys.checked = localStorage.vkeys !== "off"; } catch { /* private mode */ }
    keys.addEventListener("change", () => {
      try { localStorage.vkeys = keys.checked ? "on" : "off"; } catch { /* private mode */ }
    });
    addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const field = form.elements.q;
      const links = [...part("list").querySelectorAll("a")];
      const at = links.indexOf(document.activeElement);
      const typing = /^(input|select|textarea)$/i.test(event.target.tagName) && !/^(checkbox|radio)$/.test(event.target.type);
      if (event.key === "/" && !typing && keys.checked) {
        event.preventDefault();
        field.focus();
        field.select();
      } else if (event.key === "Escape" && at >= 0) field.focus();
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
    form.elements.q.addEventListener("focus", () => load().catch(() => {}), { once: true });
    fill();
    start();
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
  else begin();
})();
