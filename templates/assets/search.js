/* The search page begins. Pagefind finds the articles that hold the words; its index tells of
   each word in which claims it stands, and the catalogue what that means (search/read.js).
   What every search waits for is asked for at once, before the page itself has been read: so
   this file is read first, by itself, and stays short. */
(() => {
  "use strict";
  const home = new URL("../", document.currentScript.src);
  const at = (path) => new URL(path, home).href;
  const json = async (path, options) => {
    const answer = await fetch(at(path), options);
    if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
    return answer.json();
  };
  const ahead = (rel, path, about) => document.head.append(Object.assign(document.createElement("link"), { rel, href: at(path), ...about }));

  /* Pagefind unpacks its files by script, which takes several times as long as the browser does. */
  const { fetch: ask } = window;
  const unpacked = async (answer) => {
    const data = await answer.arrayBuffer();
    const [first, second] = new Uint8Array(data, 0, 2);
    const packed = first === 0x1f && second === 0x8b; // some servers unpack what they send
    return new Response(packed ? new Blob([data]).stream().pipeThrough(new DecompressionStream("gzip")) : data);
  };
  if (window.DecompressionStream)
    window.fetch = async (...asked) => {
      const answer = await ask(...asked);
      return answer.ok && /\.(?:pf_\w+|pagefind)$/.test(answer.url) ? unpacked(answer) : answer;
    };

  /* Pagefind asks for its entry, then for what that names: asked for ahead, neither waits until
     its program has been read. */
  const program = async () => {
    const found = import(at("pagefind/pagefind.js"));
    const tag = String(Date.now()); // a stale entry would name files that are gone
    const name = `pagefind-entry.json?ts=${tag}`;
    const entry = json(`pagefind/${name}`).then(({ languages }) => {
      const [{ hash, wasm }] = Object.values(languages);
      for (const file of [name, `pagefind.${hash}.pf_meta`, `wasm.${wasm || "unknown"}.pagefind`]) ahead("preload", `pagefind/${file}`, { as: "fetch", crossOrigin: "anonymous" });
    });
    globalThis.setTimeout(() => Intl.Segmenter && new Intl.Segmenter("en", { granularity: "grapheme" })); // it will; the first takes 20 ms
    const { options, init, search } = await found;
    await options({ noWorker: true, metaCacheTag: tag }); // a worker would be 41 KB more
    await entry.catch(() => {});
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

  if (!disk) for (const name of ["page", "find", "read", "show"]) ahead("modulepreload", `assets/search/${name}.js`);
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
