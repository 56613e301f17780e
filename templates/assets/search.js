/* The search page begins. Pagefind finds the articles that hold the words; its index tells of
   each word in which claims it stands, and the catalogue what that means (search/read.js).
   What every search waits for is asked for at once, before the page itself has been read: so
   this file is read first, by itself, and stays short. */
(() => {
  "use strict";
  const home = new URL("../", document.currentScript.src);
  const at = (path) => new URL(path, home).href;
  const { fetch: ask } = window;
  const json = async (path, options) => {
    const answer = await ask(at(path), options);
    if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
    return answer.json();
  };

  /* Pagefind unpacks its files by script, which takes several times as long as the browser does. */
  const unpacked = async (answer) => {
    const data = await answer.arrayBuffer();
    const [first, second] = new Uint8Array(data, 0, 2);
    const packed = first === 0x1f && second === 0x8b; // some servers unpack what they send
    return new Response(packed ? new Response(data).body.pipeThrough(new DecompressionStream("gzip")) : data);
  };
  const bring = async (file, ...options) => {
    const answer = await ask(file, ...options);
    return answer.ok && window.DecompressionStream && /\.(?:pf_\w+|pagefind)$/.test(answer.url) ? unpacked(answer) : answer;
  };
  /* Pagefind asks for its entry, then for what that names, always by these names
     (variorum/search.py): asked for ahead, nothing waits until its program has been read, nor for
     the page to be drawn. A stale one would name files that are gone. */
  const held = new Map();
  const take = (file) => {
    const found = held.get(file);
    held.delete(file);
    return found;
  };
  window.fetch = (file, ...options) => take(new URL(file.url || file, location).href) || bring(file, ...options);

  const TAG = "1"; // Pagefind would add the time to its entry's name
  const program = async () => {
    const found = import(at("pagefind/pagefind.js"));
    for (const name of ["wasm.site.pagefind", "pagefind.site.pf_meta", `pagefind-entry.json?ts=${TAG}`]) {
      const answer = bring(at(`pagefind/${name}`), { cache: "no-cache" });
      answer.catch(() => {});
      held.set(at(`pagefind/${name}`), answer);
    }
    const { options, init, search } = await found;
    await options({ noWorker: true, metaCacheTag: TAG }); // a worker would be 41 KB more
    await init();
    return { search };
  };
  const engine = () => Promise.all([program(), json("search/catalogue.json", { cache: "no-cache" })]);
  const disk = location.protocol === "file:";
  const asked = location.search && !disk;
  let early = asked ? engine() : null;
  early?.catch(() => {});
  const { dataset } = document.documentElement;
  if (asked) dataset.asked = ""; // the lists need not be laid out that the results replace
  const given = {
    json,
    engine: () => {
      const started = early || engine();
      early = null;
      return started;
    },
  };

  const preload = (name) => document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href: at(`assets/search/${name}.js`) }));
  if (!disk) ["page", "find", "read", "show"].forEach(preload);
  const begin = () => {
    const narrow = document.querySelector("[data-part=narrow]");
    const wide = matchMedia("(min-width:60rem)");
    const unfold = () => (narrow.open = wide.matches);
    wide.addEventListener("change", unfold);
    unfold();
    const tell = (name) => (document.querySelector(`[data-part=${name}]`).hidden = false);
    if (disk) tell("disk");
    else import(at("assets/search/page.js")).then((page) => page.begin(given)).catch(() => delete dataset.asked && tell("failed"));
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
  else begin();
})();
