/* Refinements only: every page reads, filters and links without this file. */
(() => {
  const D = document, R = D.documentElement, $ = (s, r = D) => r.querySelector(s), $$ = (s, r = D) => [...r.querySelectorAll(s)];
  const byId = id => D.getElementById(id);
  /* An archive that does not know its own address is cited, and printed, from where it is read. */
  if (location.protocol !== 'file:') $$('.here').forEach(x => { if ('place' in x.dataset || !x.textContent) x.textContent = location.origin + location.pathname; });
  /* A page that stays as it is cannot know the day it is read: print and citations take it from the reader's clock. */
  const dated = () => {
    const now = new Date(), months = $('[data-months]').dataset.months.split('|');
    $$('.today').forEach(x => { x.textContent = x.dataset.told.replace('{day}', now.getDate()).replace('{month}', months[now.getMonth()]).replace('{year}', now.getFullYear()); });
  };
  dated();
  const wide = matchMedia('(min-width:66rem)'), rail = matchMedia('(min-width:86rem)');
  /* What is folded is printed all the same. */
  addEventListener('beforeprint', () => $$('main details').forEach(d => { d.dataset.was = d.open; d.open = true; }));
  addEventListener('afterprint', () => $$('details[data-was]').forEach(d => { d.open = d.dataset.was === 'true'; delete d.dataset.was; }));
  /* Back from the two texts side by side, or from anywhere: what was unfolded in a list of relations is so again. */
  if ($('.hubs')) {
    const roomy = matchMedia('(min-width:60rem)'), long = $$('.drawer.long');
    const unfold = () => long.forEach(d => { d.open ||= roomy.matches; });
    unfold();
    roomy.addEventListener('change', unfold);
    const folds = $$('main details'), kept = history.state && history.state.open;
    if (kept) folds.forEach((d, i) => { d.open = kept[i]; });
    D.addEventListener('toggle', () => history.replaceState({ open: folds.map(d => d.open) }, ''), true);
  }
  /* Back by keyboard: to the link that was left. */
  const links = $$('a[href]'), way = 'left:' + location.pathname;
  try {
    const [nav] = performance.getEntriesByType('navigation'), left = nav && nav.type === 'back_forward' && links[sessionStorage.getItem(way)];
    if (left) addEventListener('load', () => left.focus({ preventScroll: true }));
    D.addEventListener('click', e => {
      const a = e.target.closest('a[href]');
      if (a) sessionStorage.setItem(way, e.detail || a.closest('.pass') ? -1 : links.indexOf(a));
    });
  } catch { /* private mode */ }
  const read = $('.read');
  if (!read) return copying();
  const notes = $$('.ng', read), say = byId('say');
  const noteOf = id => byId('n-' + id), claimOf = id => byId('c-' + id), refOf = id => $('.ref[data-for="' + id + '"]', read);

  /* Source and legend stand open in the rail, folded elsewhere; the style sheet shows them at once. */
  const unfold = () => $$('.rail>.fold').forEach(f => { f.open = rail.matches; });
  const idle = window.requestIdleCallback || (f => setTimeout(f, 200));
  idle(unfold);
  rail.addEventListener('change', unfold);

  /* No CSS anchors: stack by measurement. Always: keep notes and rail above the footer. */
  const anchors = CSS.supports('top:anchor(--a top)'), many = read.classList.contains('many');
  /* How far down the notes reach: anchored ones hang each on the one before, so the last tells. */
  const reach = () => {
    const top = read.getBoundingClientRect().top, last = notes[notes.length - 1];
    if (anchors || !last) return last ? last.getBoundingClientRect().bottom - top : 0;
    const at = notes.map(n => [claimOf(n.dataset.claim).getBoundingClientRect().top - top - 5, n.getBoundingClientRect().height]);
    return notes.reduce((end, n, i) => {
      const y = Math.max(at[i][0], end);
      n.style.top = y + 'px';
      return y + at[i][1];
    }, 0);
  };
  const stack = () => {
    const beside = wide.matches && !many;
    if (!anchors) {
      read.classList.toggle('stack', beside);
      if (!beside) notes.forEach(n => { n.style.top = ''; });
    }
    const room = !wide.matches ? 0 : Math.max(beside ? reach() : 0, rail.matches ? $$('.rail>*').reduce((sum, x) => sum + x.offsetHeight, 8) : 0);
    if (read.style.minHeight || room > read.offsetHeight) read.style.minHeight = room ? Math.ceil(room) + 'px' : '';
  };
  let due = 0;
  const later = () => { cancelAnimationFrame(due); due = requestAnimationFrame(stack); };
  /* The first time after the page is drawn, when measuring costs nothing; notes that only the script places at once. */
  if (anchors) requestAnimationFrame(() => setTimeout(stack)); else stack();
  addEventListener('resize', later);
  D.addEventListener('toggle', later, true);
  D.addEventListener('change', later);
  if (D.fonts) D.fonts.ready.then(later);

  /* Folded under a paragraph there is room: conflicts that crowd the margin stand open, else the
     sharpest note, so that one tap on the fold shows a passage. */
  if (!wide.matches || many) {
    $$('.ng.first', read).forEach(n => { n.open = true; });
  }

  /* Light a claim and its note together. */
  const idOf = t => {
    const e = t.closest && t.closest('.claim,.ref,.ng');
    return e && (e.dataset.claim || e.dataset.for || e.dataset.part || e.id.slice(2));
  };
  const lit = on => e => {
    const id = idOf(e.target);
    if (id) [noteOf(id), ...$$('#c-' + id + ',[data-part="' + id + '"]')].forEach(x => x && x.classList.toggle('on', on));
  };
  for (const [type, on] of [['pointerover', true], ['pointerout', false], ['focusin', true], ['focusout', false]]) read.addEventListener(type, lit(on));

  /* Slide a displaced note up to its claim; a change of filter lets go. */
  const clear = () => notes.forEach(n => n.style.removeProperty('--x'));
  D.addEventListener('change', clear);
  const align = id => {
    const n = noteOf(id), k = notes.indexOf(n);
    if (!n || !wide.matches || !anchors || many) return;
    clear();
    const d = n.getBoundingClientRect().top - claimOf(id).getBoundingClientRect().top;
    if (d > 8) notes.slice(0, k + 1).forEach(x => x.style.setProperty('--x', d + 'px'));
  };
  read.addEventListener('focusin', e => { const r = e.target.closest('.ref'); if (r) align(r.dataset.for); });

  const reveal = n => {
    const box = n.closest('.side,.head').querySelector('.opener');
    if (box) box.checked = true;
    n.open = true;
    const more = n.parentElement.closest('details');
    if (more) more.open = true;
  };
  read.addEventListener('click', e => {
    const r = e.target.closest('.ref'), n = r && noteOf(r.dataset.for);
    if (!n || r.getAttribute('href') !== '#n-' + r.dataset.for) return;
    e.preventDefault();
    reveal(n);
    align(r.dataset.for);
    const first = $('.to', n) || n.firstElementChild;
    first.focus({ preventScroll: wide.matches });
    if (!wide.matches) n.scrollIntoView({ block: 'nearest' });
  });

  /* Narrow: a tap on a marked sentence opens its note, unless it follows a link or selects. */
  read.addEventListener('click', e => {
    if (wide.matches || e.target.closest('a') || !getSelection().isCollapsed) return;
    for (let c = e.target.closest('.claim'); c; c = c.parentElement.closest('.claim')) {
      const id = idOf(c);
      if (noteOf(id)) return refOf(id).click();
    }
  });

  /* A claim or a relation that is addressed: its note is open and beside it. */
  let arrived = null;
  const arrive = () => {
    const t = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
    $$('.addressed', read).forEach(x => x.classList.remove('addressed'));
    if (!t || !read.contains(t)) return;
    $$('[data-part="' + t.id.slice(2) + '"]', read).forEach(x => x.classList.add('addressed'));
    const id = t.id.startsWith('c-') ? t.id.slice(2) : (t.closest('.ng') || {}).dataset?.claim;
    const n = id && noteOf(id);
    arrived = id && refOf(id);
    if (!n) return;
    reveal(n);
    const more = t.closest('.more');
    if (more) more.open = true;
    align(id);
    t.scrollIntoView({ block: 'center', behavior: 'instant' });
  };
  addEventListener('hashchange', arrive);

  /* Back from another article: the same note, the same link, the same line. */
  const key = 'back:' + location.pathname, store = { get: k => { try { return sessionStorage.getItem(k); } catch { return null; } }, set: (k, v) => { try { sessionStorage.setItem(k, v); } catch { /* private mode */ } } };
  read.addEventListener('click', e => {
    const a = e.target.closest('.pass a[href]');
    if (a) store.set(key, JSON.stringify([a.closest('.pass').id, scrollY]));
  });
  const returned = () => {
    const [nav] = performance.getEntriesByType('navigation'), kept = nav && nav.type === 'back_forward' && store.get(key);
    if (!kept) return arrive();
    const [id, y] = JSON.parse(kept), p = byId(id), n = p && p.closest('.ng');
    if (!n) return;
    reveal(n);
    const more = p.closest('.more');
    if (more) more.open = true;
    stack();
    scrollTo({ top: y, behavior: 'instant' });
    $('.to', p).focus({ preventScroll: true });
  };
  if (D.readyState === 'complete') returned(); else addEventListener('load', returned);

  /* j and k walk the visible claims; Escape returns from note to claim, then closes it. */
  const sw = byId('keys');
  if (sw) {
    try { sw.checked = localStorage.vkeys !== 'off'; } catch { /* private mode */ }
    sw.addEventListener('change', () => { try { localStorage.vkeys = sw.checked ? 'on' : 'off'; } catch { /* private mode */ } });
  }
  const tell = (refs, r) => { say.textContent = say.dataset.place.replace('{n}', refs.indexOf(r) + 1).replace('{total}', refs.length); };
  D.addEventListener('keydown', e => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.target.matches('input:not([type=radio],[type=checkbox]),textarea,select')) return;
    if (e.key === 'Escape' && !$('dialog[open]')) {
      const n = e.target.closest('.ng');
      if (n) {
        n.open = false;
        clear();
        refOf(n.dataset.claim).focus();
      }
      return;
    }
    if (e.key === 'Enter' && e.target.matches('.opener')) { e.target.click(); return; }
    if (!sw || !sw.checked || (e.key !== 'j' && e.key !== 'k')) return;
    const refs = $$('.ref', read).filter(r => r.offsetParent), y = innerHeight * .3;
    let i = refs.indexOf(D.activeElement);
    const inside = D.activeElement.closest && D.activeElement.closest('.ng');
    if (inside) i = refs.indexOf(refOf(inside.dataset.claim));
    const near = r => r && r.getBoundingClientRect().top > 0 && r.getBoundingClientRect().top < innerHeight;
    if (i < 0) {
      i = near(arrived) ? refs.indexOf(arrived) : refs.findIndex(r => r.getBoundingClientRect().top > y);
      if (i < 0) i = refs.length;
      if (e.key === 'j') i--;
    }
    const r = refs[Math.min(refs.length - 1, Math.max(0, i + (e.key === 'j' ? 1 : -1)))];
    if (!r) return;
    r.focus({ preventScroll: true });
    r.scrollIntoView({ block: 'center' });
    tell(refs, r);
  });
  D.addEventListener('change', e => {
    if (e.target.name === 'f') say.textContent = e.target.closest('label').textContent.trim();
  });

  /* Peek: the passage in its paragraph, without leaving the page. */
  const box = byId('peek');
  let from = null;
  const titled = h => {
    const copy = h.cloneNode(true);
    $$('.ref', copy).forEach(x => x.remove());
    return copy.textContent.replace(/\u2060/g, '').trim();
  };
  D.addEventListener('click', async e => {
    const b = e.target.closest('[data-peek]');
    if (!b) return;
    const url = new URL(b.dataset.peek, location.href), id = url.hash.slice(1);
    try {
      const page = url.pathname === location.pathname ? D : new DOMParser().parseFromString((await (await fetch(url)).text()).replace(/<style[^]*?<.style>/g, ''), 'text/html');
      const claim = page.getElementById(id), para = claim.closest('.para>p,.para>pre,h1,.para>h2,.para>h3') || claim.parentElement;
      const copy = para.cloneNode(true), p = D.createElement('p');
      p.lang = (claim.closest('[lang]') || R).lang;
      p.dir = (claim.closest('[dir]') || R).dir;
      $$('.ref', copy).forEach(x => x.remove());
      for (const x of $$('.claim', copy)) {
        const own = x.id === id || x.dataset.part === id.slice(2);
        const s = D.createElement(own ? 'mark' : 'span');
        if (own) s.className = 'hit';
        s.append(...x.childNodes);
        x.replaceWith(s);
      }
      p.append(...copy.childNodes);
      $('.peeked', box).replaceChildren(p);
      byId('peek-t').textContent = b.closest('.pass').querySelector('.src').textContent.replace(/^[^:]*:\s*/, '').trim() + ' · ' + titled(page.querySelector('h1'));
      $('.to', box).href = url;
      from = b;
      box.showModal();
    } catch { location.href = url; }
  });
  if (box) box.addEventListener('close', () => { if (from) from.focus({ preventScroll: true }); });

  copying();

  /* Copy a citation, or a quotation with where it stands. */
  function copying() {
    D.addEventListener('click', async e => {
      const b = e.target.closest('[data-copy],[data-copy-quote],[data-copy-pair]');
      if (!b) return;
      dated();
      const p = b.closest('.pass,.pair'), hub = b.closest('.hub'), t = p ? $('blockquote', p) : byId(b.dataset.copy), say = byId('say');
      const told = x => x.textContent.replace(/\s+/g, ' ').trim();
      const quoted = (q, who, a) => told($('blockquote', q)) + ' — ' + told($(who, q)).replace(/^[^:]*:\s*/, '') + ', ' + $(a, q).href;
      const text = !p ? told(t) : p.matches('.pass') ? quoted(p, '.src', '.to')
        : [...[hub, p].map(x => $('.q', x)).map(q => quoted(q, '.who', '.who a')), [told($('.st', p)), told($('.why', p))].join('. '), new URL('#' + p.id, location.href)].join('\n');
      try {
        await navigator.clipboard.writeText(text);
        b.textContent = say.textContent = say.dataset.copied;
      } catch { getSelection().selectAllChildren(t); }
    });
  }
})();
