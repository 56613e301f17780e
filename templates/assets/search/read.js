/* Reading: what is typed, in the one notation of the index; and what the index tells, of each
   word in which claims it stands, in one number with their facets (variorum/positions.py). What
   the numbers mean is in the catalogue (views/catalogue.py), the articles' own words in a file
   for each (views/hits.py). So every claim is counted without reading an article. */

/* ---- what is typed, and where it stands in a text ---- */

export const locale = document.documentElement.lang;
/* What a regular expression takes for its own. */
const SIGNS = /[.*+?^${}()|[\]\\]/g;
/* Scripts that part no words. */
export const UNPARTED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Khmr}\p{scx=Laoo}\p{scx=Mymr}]/u;
/* Figures as views/numerals.py reads them. */
const NUMBER = /(?<!\d)(\d{1,3}(?:([.,'’\u00a0\u2009\u202f ])\d{3}(?!\d))(?:\2\d{3}(?!\d))*)(?:[.,](\d+))?|(\d+)(?:[.,](\d+))?/gu;
const SPACE = "[\\u00a0\\u2009\\u202f ]";

/* The signs by which figures are told, as the catalogue has them. */
const any = (list) => [...list].sort((a, b) => b.length - a.length).map((word) => word.replace(SIGNS, "\\$&")).join("|") || "(?!)";
export const signs = ({ units, scales, joints, openers, links }) => {
  const unit = `(?:${SPACE}?(?:${any(units)}))?`;
  return {
    unit: new RegExp(`${SPACE}*(?:${any(units)})(?![\\p{L}\\p{N}])`, "iuy"),
    scale: new RegExp(`[\\u00a0\\u2009\\u202f -]?(${any(Object.keys(scales))})(?![\\p{L}\\p{N}_])`, "iuy"),
    joint: new RegExp(`^${unit}${SPACE}*(?:${any(joints)})${SPACE}*[$€£¥]?$`, "i"),
    opener: new RegExp(`(?:^|\\W)(?:${any(openers)})${SPACE}+[$€£¥]?$`, "i"),
    link: new RegExp(`^${unit}${SPACE}+(?:${any(links)})${SPACE}+[$€£¥]?$`, "i"),
  };
};

const value = (n) => (n < 1e15 ? String(Number(n.toFixed(3))).replace(".", "p") : "");
export const figures = (text, book) => {
  const numbers = [];
  for (const match of text.matchAll(NUMBER)) {
    const [all, grouped, , part, plain, rest] = match;
    let end = match.index + all.length;
    if (/[\p{L}_][-–’']?$/u.test(text.slice(0, match.index))) continue; // "covid-19" is a word
    book.scale.lastIndex = end;
    const scale = book.scale.exec(text);
    if (!scale && /^[\p{L}_]/u.test(text.slice(end))) continue; // and so is "20th"
    if (scale) end = book.scale.lastIndex;
    const n = Number(`${(grouped || plain).replace(/\D/g, "")}.${part || rest || 0}`);
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

/* The terms of a query, each once: {start, word, text, figure}. */
export const read = (text, book) => {
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
export const fold = (text) =>
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
export const phrase = (text, book) => {
  const joint = `(?:[^\\p{L}\\p{N}]{1,3}|${book.joints.concat(book.links).filter((word) => /\w/.test(word)).map((word) => ` ${word} `).join("|") || "(?!)"})`;
  const tidy = fold(text).replace(/(\d) (?=\d{3}(?!\d))/g, "$1,").replace(/(\d)\s*-\s*(?=\d)/g, "$1-").replace(/(\d) to (?=\d)/g, "$1-");
  const parts = tidy.split(/\s+/).map((word) => {
    const figure = /^[^\p{L}\p{N}]*(\d[\d.,'-]*)[^\p{L}\p{N}]*$/u.exec(word)?.[1].replace(/[.,'-]+$/, "");
    return figure ? `(?<!\\d)(?<!\\d[.,'])[$€£¥]?${figure.split("-").map(digits).join(joint)}(?![.,']?\\d)%?` : (word.match(/[\p{L}\p{M}\p{N}]+/gu) || []).join(BETWEEN);
  });
  return new RegExp(`(?<!${LETTER})${parts.filter(Boolean).join(BETWEEN)}(?!${LETTER})`, "gu");
};
/* Words as they are written, and a figure so. */
export const literal = (text) => new RegExp(`(?<![\\p{L}\\p{N}])${fold(text).split(/\s+/).map((word) => word.replace(SIGNS, "\\$&")).join(BETWEEN)}(?![\\p{L}\\p{N}])`, "gu");
export const numeral = (written) => new RegExp(`(?<!\\p{N})[$€£¥]?${fold(written).replace(SIGNS, "\\$&")}(?!\\p{N})%?`, "gu");
/* [from, to] of each match. */
export const matches = (regex, text) => [...fold(text).matchAll(regex)].map((m) => [m.index, m.index + m[0].length]);

/* Where a term stands in a text, in any of its forms. */
const stem = (word, length) => word.slice(0, length).replace(/y$/, "i");
const solid = (text) => fold(text).replace(/[^\p{L}\p{N}]/gu, "");
export const alike = (term, word, loosely, { endings }) => {
  if (word === term.letters) return true;
  if (stem(word, term.stem) !== stem(term.letters, term.stem)) return false;
  const tail = word.slice(term.stem);
  return loosely || term.begins || !tail || tail === "e" || endings.includes(tail);
};
export const inText = (term, line, book, loosely = false) => {
  const ranges = [];
  for (const match of line.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’\u00ad\p{Pd}][\p{L}\p{M}\p{N}]+)*/gu)) {
    const end = match.index + match[0].length;
    if (alike(term, solid(match[0]), loosely, book)) ranges.push([match.index, end]);
    else for (const piece of match[0].matchAll(/[\p{L}\p{M}\p{N}]+/gu)) if (alike(term, solid(piece[0]), loosely, book)) ranges.push([match.index + piece.index, match.index + piece.index + piece[0].length]);
  }
  return ranges;
};

/* The archive counts characters, a script their halves: the two differ beyond the first plane. */
export const offsets = (text) => (/[\u{10000}-\u{10ffff}]/u.test(text) ? (at) => [...text].slice(0, at).join("").length : (at) => at);

/* ---- the index ---- */

const LENGTHS = 16, WAYS = 4; // as in positions.py
export const INSIDE = 0, BESIDE = 1, NAMED = 2, PLAIN = 3;
const BARE = { status: [], kind: [], speaker: [], origin: [] }; // of what stands in no claim

let json, engine;
/* ``json(path, options)`` reads a file of the site, ``engine()`` starts Pagefind and reads the
   catalogue: both as assets/search.js has them. */
export const connect = (given) => ({ json, engine } = given);

/* ---- what is loaded ---- */

/* A promise kept until it fails. */
const kept = (held, key, make) => {
  if (!held.has(key)) {
    held.set(key, make());
    held.get(key).catch(() => held.delete(key));
  }
  return held.get(key);
};
const files = new Map(), articles = new Map();
/* {pagefind, book} */
export const load = () => kept(files, "", () => engine().then(([pagefind, record]) => ({ pagefind, book: catalogue(record) })));
export const article = (book, n) => kept(articles, n, () => json(`search/claims/${n}.json?v=${book.version}`));
/* ``matters`` or ``words``: see views/guide.py. */
export const guide = (book, name) => kept(files, name, () => json(`search/${name}.json?v=${book.version}`));

const catalogue = (book) => {
  const starts = book.months.map((row) => row[1]);
  const names = (list) => list.map((at) => book.names[at]);
  const outlets = book.outlets.map((name) => [name, ...(book.bodies[name] || [])]);
  return {
    ...book,
    ...signs(book),
    dated: book.months.find(([name]) => !name)?.[1] ?? book.outlet.length,
    outlet: book.outlet.map((at) => outlets[at]),
    month: book.months.flatMap(([name], at) => Array((starts[at + 1] ?? book.outlet.length) - starts[at]).fill(name ? [name] : [])),
    profiles: book.profiles.map(([status, kind, speakers, origins]) => ({ status: [book.statuses[status]], kind: [book.kinds[kind]], speaker: names(speakers), origin: names(origins) })),
  };
};

/* ---- where words stand ---- */

/* The word by which the index finds the claims that have a value: positions.facet_word. */
const facetWord = (facet, name) => {
  let [first, second] = [2166136261, 84696351];
  for (const byte of new TextEncoder().encode(`${facet} ${name}`)) {
    first = Math.imul(first ^ byte, 16777619) >>> 0;
    second = Math.imul(second ^ byte, 16777619) >>> 0;
  }
  return `zz${first}z${second}`;
};

/* What the number of a place means (positions.py). A page of the index is a group of articles:
   its name tells the number of the first and the sentences from one article to the next
   (occurrences.py). */
const unpack = (place, first, stride, { claims, profiles }) => {
  const sets = Math.max(1, profiles.length);
  const facets = Math.floor(place / LENGTHS);
  const ways = Math.floor(facets / sets);
  const within = Math.floor(ways / WAYS);
  const sentence = Math.floor(within / claims);
  return { n: first + Math.floor(sentence / stride), profile: facets % sets, way: ways % WAYS, claim: within % claims, sentence: sentence % stride };
};

/* Whether letters are one ending after the other, the first of them perhaps a part of one. */
const ends = (tail, endings) => endings.some((end) => end.endsWith(tail) || (tail.endsWith(end) && ends(tail.slice(0, -end.length), endings)));

/* Every place of a word by article. Pagefind finds also what only begins with the word: that
   is left out where the word itself stands, and otherwise told. */
export const places = async (term, { pagefind, book }) => {
  const { results } = await pagefind.search(term.word);
  // Pagefind takes words that could not be loaded for words that are nowhere.
  const lost = performance.getEntriesByType("resource").some(({ name, responseStatus: status }) => name.endsWith(".pf_index") && status !== undefined && (status < 200 || status > 399));
  if (!results.length && lost) throw new Error("The index could not be loaded");
  const letters = fold(term.word).replace(/[^\p{L}\p{N}]/gu, "");
  let length = Math.min(LENGTHS - 1, letters.length);
  if (!term.figure) {
    const least = results.reduce((least_, { words }) => words.reduce((n, place) => Math.min(n, place % LENGTHS), least_), LENGTHS);
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
  const any = term.begins && length < LENGTHS;
  const found = new Map();
  for (const { id, words } of results) {
    const [first, stride] = id.split(" ").map(Number);
    for (const number of words) {
      if (!any && number % LENGTHS !== length) continue;
      const place = unpack(number, first, stride, book);
      const kept_ = found.get(place.n);
      if (kept_) kept_.push(place);
      else found.set(place.n, [place]);
    }
  }
  term.found = new Map([...found].map(([n, kept_]) => [n, { kept: kept_, score: score(kept_, found.size, book) }]));
};

/* How well an article answers a word that so many of all articles hold: BM25, the headline
   counting most, and half what only names whose claim it is. The index knows no lengths. */
const HEADLINE = 4, ENOUGH = 1.2;
const score = (held, holders, { outlet: { length: all } }) => {
  const often = held.reduce((sum, { sentence, way }) => sum + (way === NAMED ? 0.5 : sentence ? 1 : HEADLINE), 0);
  return (Math.log(1 + (all - holders + 0.5) / (holders + 0.5)) * often) / (often + ENOUGH);
};

/* A claim, or a sentence without one, that may be shown. */
export const row = (n, { sentence, claim, profile, way }, book, { rank, apart = false, most = 0, named = false }) => {
  const { status, kind, speaker, origin } = way === PLAIN ? BARE : book.profiles[profile];
  return { n, sentence, claim: way === PLAIN ? -1 : claim, status, kind, speaker, origin, outlet: book.outlet[n], month: book.month[n], rank, apart, most, named };
};
export const key = (hit) => `${hit.n} ${hit.sentence} ${hit.claim}`;

/* The claims that have a value of a facet; asked of the index where the catalogue lacks it. */
export const having = async (facet, name, loaded) => {
  const term = { word: facetWord(facet, name), figure: true };
  await places(term, loaded);
  return [...term.found].flatMap(([n, { kept: held }]) => held.map((place) => row(n, place, loaded.book, { rank: n })));
};

/* Names are narrowed by here where the catalogue holds too few to know them all. */
export const labelled = async (rows, query, loaded) => {
  for (const facet of ["speaker", "origin"])
    for (const name of query.facets[facet]) {
      if (loaded.book.names.includes(name)) continue;
      const with_ = new Set((await having(facet, name, loaded)).map(key));
      for (const hit of rows) if (with_.has(key(hit)) && !hit[facet].includes(name)) hit[facet] = [...hit[facet], name];
    }
  return rows;
};
