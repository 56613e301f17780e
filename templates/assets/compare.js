/* Two articles side by side: lines in the gutter, and a passage brought level with its tie. */
(() => {
  const D = document, cmp = D.querySelector('.cmp'), svg = cmp && cmp.querySelector('.ties');
  if (!svg) return;
  const $$ = (s, r = cmp) => [...r.querySelectorAll(s)], cols = $$('.col');
  const claim = id => D.getElementById('c-' + id);
  const seen = new Set(), ties = $$('.tie').map(t => ({ a: t.dataset.from, b: t.dataset.to, kind: t.className.replace('tie ', '') })).filter(t => {
    const key = [t.a, t.b].sort().join();
    return !seen.has(key) && seen.add(key);
  });
  const side = id => cols.findIndex(c => c.contains(claim(id)));
  const beside = () => cols[1].getBoundingClientRect().left > cols[0].getBoundingClientRect().right;
  const draw = () => {
    if (!beside()) return svg.replaceChildren();
    const o = cmp.getBoundingClientRect(), box = cols.map(c => c.getBoundingClientRect());
    const x = [box[0].right - o.left + 8, box[1].left - o.left - 8], m = (x[0] + x[1]) / 2;
    const level = id => claim(id).getClientRects()[0].top - o.top + 14;
    /* Measured first, drawn then: a line drawn would have the browser set the page anew for the next. */
    svg.replaceChildren(...ties.map(t => {
      const [y, z] = (side(t.a) ? [t.b, t.a] : [t.a, t.b]).map(level);
      const p = D.createElementNS('http://www.w3.org/2000/svg', 'path');
      p.setAttribute('d', `M${x[0]} ${y}C${m} ${y} ${m} ${z} ${x[1]} ${z}`);
      p.setAttribute('class', t.kind);
      p.dataset.k = t.a + ' ' + t.b;
      return p;
    }));
  };
  draw();
  addEventListener('resize', draw);
  if (D.fonts) D.fonts.ready.then(draw);

  const light = on => e => {
    const c = e.target.closest && e.target.closest('.claim,.tie');
    if (!c) return;
    const id = c.dataset.from || c.dataset.part || c.id.slice(2), hits = $$('path', svg).filter(p => p.dataset.k.split(' ').includes(id));
    svg.classList.toggle('has', on && hits.length > 0);
    for (const p of hits) {
      p.classList.toggle('on', on);
      for (const k of p.dataset.k.split(' ')) $$('#c-' + k + ',[data-part="' + k + '"]').forEach(x => x.classList.toggle('on', on));
    }
  };
  for (const [type, on] of [['pointerover', true], ['pointerout', false], ['focusin', true], ['focusout', false]]) cmp.addEventListener(type, light(on));

  /* How a claim's ties relate, and why, from the list above. */
  const panel = D.querySelector('.told-why'), told = panel.firstElementChild, shut = panel.querySelector('button'), go = panel.querySelector('template');
  const explain = t => {
    const id = t.dataset.from, rows = $$('.pair[data-ends]', D).map(p => [p, p.dataset.ends.split(' ')]).filter(([, ends]) => ends.includes(id));
    told.replaceChildren(...rows.map(([p, ends]) => {
      const row = D.createElement('div'), link = go.content.cloneNode(true);
      row.className = 'tied-to';
      link.firstElementChild.href = '#c-' + ends.find(x => x !== id);
      row.append(...[...p.querySelectorAll('.verdict,.why,.in-matter')].map(x => x.cloneNode(true)), beside() ? '' : link);
      return row;
    }));
    shut.hidden = false;
    const under = t.getBoundingClientRect().bottom + 16 - panel.getBoundingClientRect().top;
    if (under > 0) scrollBy({ top: under, behavior: 'instant' });
  };
  const hush = () => { told.replaceChildren(); shut.hidden = true; };
  shut.addEventListener('click', hush);

  /* A letter chosen tells why, and brings the other passage level with this one, pushing a
     column down and never out of sight; Escape puts both back. */
  let shift = [0, 0];
  const place = (held, wanted) => {
    const top = () => held.getBoundingClientRect().top, at = top();
    shift = wanted.map(y => y - Math.min(...wanted));
    cols.forEach((c, i) => { c.style.marginTop = shift[i] + 'px'; });
    scrollBy({ top: top() - at, behavior: 'instant' });
    draw();
  };
  const choose = t => {
    explain(t);
    if (!beside()) return;
    const other = side(t.dataset.to), wanted = [...shift];
    wanted[other] += t.getBoundingClientRect().top - claim(t.dataset.to).getBoundingClientRect().top;
    place(t, wanted);
  };
  const letterOf = id => $$('.tie').find(x => x.dataset.from === id);
  cmp.addEventListener('click', e => {
    const t = e.target.closest('.tie');
    if (!t) return;
    e.preventDefault();
    choose(t);
    const back = beside() && letterOf(t.dataset.to);
    if (back) back.focus({ preventScroll: true });
  });
  /* A passage that is addressed is told of as if its letter had been chosen. */
  const arrive = () => {
    const t = location.hash.startsWith('#c-') && letterOf(location.hash.slice(3));
    if (t) choose(t);
  };
  addEventListener('hashchange', arrive);
  if (D.readyState === 'complete') arrive(); else addEventListener('load', arrive);
  D.addEventListener('keydown', e => {
    if (e.key !== 'Escape') return;
    hush();
    if (shift[0] || shift[1]) place(cmp.contains(D.activeElement) ? D.activeElement : cmp, [0, 0]);
  });
})();
