/* Finding: the claims that hold the words asked for, else those that hold most of them; what may
   have been meant; and exact phrases, which are looked up in the articles, some at a time. */
import { INSIDE, NAMED, PLAIN, UNPARTED, alike, article, figures, fold, guide, having, key, labelled, load, locale, matches, offsets, phrase, places, read, row } from "./read.js";

export const MOST_TERMS = 12; // words of a query that are looked up
const { dataset } = document.getElementById("search");
export const portion = Number(dataset.portion); // articles in which a phrase is looked up at once
const [CORRECTED, LONG] = [5, 9]; // letters of a word whose neighbour is sought, at one slip or at two

/* The claims of one article that hold a word, in sentences that hold all of them; where no
   sentence does, in those that hold most. A name counts also where it is the speaker or the
   origin, if then no word is missing. Where the words stand beside the claims of their
   sentence, the nearest claim is taken. */
const hits = (n, terms, rank, { book }) => {
  const sentences = new Map(); // each with the terms it holds, as the bits of a number
  const all = 2 ** terms.length - 1;
  terms.forEach((term, at) => {
    for (const place of term.found.get(n).kept) {
      const { sentence, way, claim } = place;
      let here = sentences.get(sentence);
      if (!here) sentences.set(sentence, (here = { terms: 0, inside: [], beside: null, names: null, named: [] }));
      if (way === NAMED) {
        here.names ??= new Map();
        if (!here.names.has(claim)) here.names.set(claim, { place, terms: 0 });
        here.names.get(claim).terms |= 1 << at;
        continue;
      }
      here.terms |= 1 << at;
      if (way !== INSIDE) here.beside ??= place;
      else if (!here.inside.some((each) => each.claim === claim)) here.inside.push(place);
    }
  });
  const rows = [...sentences.values()];
  for (const here of rows)
    if (here.names) here.named = [...here.names.values()].filter((name) => (name.terms | here.terms) === all).map((name) => name.place);
  const most = rows.some((here) => here.named.length) ? terms.length : rows.reduce((most_, here) => Math.max(most_, bits(here.terms)), 0);
  if (!most) return [];
  const apart = most < terms.length;
  return rows.flatMap((here) => {
    const own = bits(here.terms) < most ? [] : here.inside.length || !here.beside ? here.inside : [here.beside];
    const others = here.named.filter((place) => !own.some((each) => each.claim === place.claim && each.way !== PLAIN));
    return [...own.map((place) => row(n, place, book, { rank, apart, most })), ...others.map((place) => row(n, place, book, { rank, apart, most, named: true }))];
  });
};
const bits = (number) => (number ? (number & 1) + bits(number >> 1) : 0);

/* What is found: {query, book, terms, rows, …}; ``whole`` where nothing was asked in words. */
export const look = async (query) => {
  const loaded = await load();
  const { book } = loaded;
  const all = read(query.text, book);
  const terms = all.slice(0, MOST_TERMS);
  const result = { query, book, terms, cut: all.length > MOST_TERMS, rows: [], missing: [], instead: [], matters: [], unread: [], checked: 0, whole: !query.text };
  if (!query.text) {
    const facets = Object.keys(query.facets).filter((name) => query.facets[name].size);
    const known = new Map();
    for (const facet of facets)
      for (const name of query.facets[facet]) for (const hit of await having(facet, name, loaded)) known.set(key(hit), hit);
    result.rows = await labelled([...known.values()], query, loaded);
    result.totals = facets.length === 1 ? facets[0] : "";
    return result;
  }
  const guiding = terms.length > 1 || book.guided ? guide(book, "matters") : null;
  guiding?.catch(() => {});
  await Promise.all(terms.map((term) => places(term, loaded)));
  if (!query.phrases.length) result.terms = await corrected(result, loaded);
  const every = result.terms;
  result.missing = every.filter((term) => !term.found.size).map((term) => term.text);
  result.terms = every.filter((term) => term.found.size);
  if (result.terms.length && !(query.phrases.length && result.missing.length)) await together(result, query, loaded, guiding);
  if (guiding || !result.rows.length) {
    result.guide = await (guiding || guide(book, "matters"));
    result.matters = result.guide.rows.map((matter) => answers(matter, every, result.guide.common, book));
  }
  return result;
};

/* Where nothing holds all words, common ones are left out; then the passages that hold most
   of the others are taken, if those are at least half. */
const together = async (result, query, loaded, guiding) => {
  let ranked = ranking(result.terms, loaded.book);
  result.rows = ranked.flatMap((n, rank) => hits(n, result.terms, rank, loaded));
  if (!result.rows.length && !query.phrases.length && result.terms.length > 1) {
    const { common } = await guiding;
    const telling = result.terms.filter((term) => !common.includes(term.word));
    if (telling.length && telling.length < result.terms.length) {
      result.common = result.terms.filter((term) => !telling.includes(term)).map((term) => term.text);
      result.terms = telling;
      ranked = ranking(telling, loaded.book);
      result.rows = ranked.flatMap((n, rank) => hits(n, telling, rank, loaded));
    }
    if (!result.rows.length && telling.length > 1) {
      const rows = ranking(telling, loaded.book, true).flatMap((n, rank) => hits(n, telling.filter((term) => term.found.has(n)), rank, loaded));
      const most = rows.reduce((n, hit) => Math.max(n, hit.most), 0);
      if (most * 2 >= telling.length) {
        result.rows = rows.filter((hit) => hit.most === most);
        result.some = { n: most, total: telling.length };
      }
    }
  }
  if (query.phrases.length) {
    const whole = new Set(result.rows.filter((hit) => !hit.apart).map((hit) => hit.n));
    result.named = result.rows.filter((hit) => hit.named);
    result.unread = ranked.map((n, rank) => ({ n, rank })).filter(({ n }) => whole.has(n));
    result.total = result.unread.length;
    result.patterns = query.phrases.map((text) => phrase(text, loaded.book));
    result.rows = [];
    await checkFurther(result);
  }
  result.rows = await labelled(result.rows, query, loaded);
};

/* The articles that hold every word, or any of them, best first: those of one score, to four
   places, in their order. Numbers alone are sorted ten times as fast as pairs. */
const ranking = (terms, { outlet: { length: all } }, any = false) => {
  const [first, ...others] = [...terms].sort((a, b) => a.found.size - b.found.size);
  const numbers = any ? [...new Set(terms.flatMap((term) => [...term.found.keys()]))] : [...first.found.keys()].filter((n) => others.every((term) => term.found.has(n)));
  const score = (n) => terms.reduce((sum, term) => sum + (term.found.get(n)?.score || 0), 0);
  const ranked = Float64Array.from(numbers, (n) => n - Math.round(score(n) * 1e4) * all).sort();
  return Array.from(ranked, (place) => ((place % all) + all) % all);
};

/* ---- what may be meant ---- */

/* Words that stand nowhere, each exchanged for its nearest neighbour where it has one. */
const corrected = async (result, loaded) => {
  const { book } = loaded;
  const lost = result.terms.filter((term) => !term.found.size && !term.figure && term.letters.length >= CORRECTED && !UNPARTED.test(term.letters));
  if (!lost.length) return result.terms;
  const lines = await guide(book, "words");
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
  const found = [];
  const sorted = (word) => [...word].sort().join("");
  [...lines, [...book.names, ...book.outlets].join(" ")].forEach((line, rarity) => {
    for (const word of line.match(/[\p{L}\p{M}]+/gu) || []) {
      if (word.length < CORRECTED || Math.abs(word.length - letters.length) > most) continue;
      const folded = fold(word).replace(/\p{M}/gu, "");
      const far = distance(letters, folded, most);
      // Swapped letters are the likeliest slip, one in the first letter the rarest.
      if (far <= most) found.push({ word, rank: [far, Number(sorted(folded) !== sorted(letters)), Number(folded[0] !== letters[0]), rarity] });
    }
  });
  const order = (a, b) => a.rank.map((n, at) => n - b.rank[at]).find(Boolean) || 0;
  return found.sort(order).map(({ word }) => word);
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

/* ---- exact phrases ---- */

export const checkFurther = async (result, most = portion) => {
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
    const names = [...speakers, ...origins].flatMap((name) => [name, ...(book.bodies[name] || [])]).flatMap((name) => forms.get(name) || [name]);
    return patterns.every((pattern) => names.some((name) => matches(pattern, name).length));
  };
  return [...rows, ...named.filter((hit) => hit.n === n && !known.has(key(hit)) && called(hit))];
};

/* ---- what leads on ---- */

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
/* How well a matter answers: words of the query in its title count twice, in its passages half;
   0 where most of them stand in neither its title nor its summary, unless its passages hold all
   others. */
export const answers = ([, title, summary, passages], terms, common, book) => {
  const telling = terms.filter((term) => !common.includes(term.word));
  const split = (line) => fold(line).match(/[\p{L}\p{M}\p{N}]+/gu) || [];
  const [named, told, held] = [title, summary, passages].map(split);
  const holds = (term) => {
    const is = term.figure ? (word) => word === term.word : (word) => kin(term.letters, word, book) || (term.found.size > 0 && alike(term, word, false, book));
    if (term.figure ? figures(title, book).some(({ word }) => is(word)) : named.some(is)) return 2;
    return told.some(is) ? 1 : held.some(is) ? 0.5 : 0;
  };
  const each = telling.map(holds);
  const most = each.filter((n) => n >= 1).length * 2 > telling.length;
  return most || (telling.length && each.every(Boolean)) ? each.reduce((sum, n) => sum + n, 0) : 0;
};

/* A name as part of an address: views/keys.py. */
const passed = new Set(dataset.passOver.split(" "));
const plain = (text) => text.toLowerCase().replaceAll("ß", "ss").normalize("NFKD").replace(/([a-z])\p{M}+/gu, "$1").replace(/['’]/g, "").normalize("NFC");
const addresses = new Map();
const addressed = (name) => {
  if (!addresses.has(name)) {
    const parts = plain(name).match(/[\p{L}\p{M}\p{N}]+/gu) || [];
    if (parts.length > 1 && passed.has(parts[0])) parts.shift();
    addresses.set(name, parts.join("-"));
  }
  return addresses.get(name);
};
const LONGEST_NAME = 100; // bytes of a name that its address holds whole
const proper = (name) => name.split(" ").slice(0, 2).some((word) => /^[^\p{Ll}]/u.test(word));

/* The registers that have a name: [facet, name, address, whether it is asked for by another form].
   A part of a name leads to the one name that has it. */
export const registers = (query, book, texts, root) => {
  const words = addressed(query);
  const every = plain([...book.names, ...book.outlets, ...texts.flatMap((text) => text.names.flat())].join(" "));
  if (!words || !words.split("-").every((word) => every.includes(word))) return [];
  const has = { origin: new Set(), speaker: new Set(), outlet: new Set() };
  const note = (facet, name) => [name, ...(book.bodies[name] || [])].forEach((each) => has[facet].add(each));
  for (const name of book.outlets) note("outlet", name);
  for (const each of book.profiles) for (const facet of ["origin", "speaker"]) for (const name of each[facet]) has[facet].add(name);
  for (const { claims } of texts.flatMap((text) => text.sentences))
    for (const { origins = [], speakers = [] } of claims) {
      for (const name of origins) note("origin", name);
      for (const name of speakers) note("speaker", name);
    }
  const forms = new Map();
  const form = (written, name) => forms.set(addressed(written), forms.get(addressed(written)) || name);
  for (const names of Object.values(has)) for (const name of names) if (proper(name)) form(name, name);
  for (const text of texts) for (const [name, ...others] of text.names) if (proper(name)) for (const other of others) form(other, name);
  const longer = [...forms].filter(([key]) => `-${key}-`.includes(`-${words}-`)).map(([, name]) => addressed(name));
  const one = forms.has(words) ? addressed(forms.get(words)) : new Set(longer).size === 1 ? longer[0] : "";
  if (!one || new TextEncoder().encode(one).length > LONGEST_NAME) return [];
  return Object.entries(has).flatMap(([facet, names]) => {
    const name = [...names].find((each) => proper(each) && addressed(each) === one);
    return name ? [[facet, name, `${root}${facet}s/${encodeURIComponent(one)}/index.html`, !`-${one}-`.includes(`-${words}-`)]] : [];
  });
};
