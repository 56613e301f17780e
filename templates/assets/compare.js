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
    svg.replaceChildren();
    if (!beside()) return;
    const o = cmp.getBoundingClientRect(), box = cols.map(c => c.getBoundingClientRect());
    const x = [box[0].right - o.left + 8, box[1].left - o.left - 8], m = (x[0] + x[1]) / 2;
    for (const t of ties) {
      const [l, r] = side(t.a) ? [t.b, t.a] : [t.a, t.b];
      const [y, z] = [l, r].map(id => claim(id).getClientRects()[0].top - o.top + 14);
      const p = D.createElementNS('http://www.w3.org/2000/svg', 'path');
      p.setAttribute('d', `M${x[0]} ${y}C${m} ${y} ${m} ${z} ${x[1]} ${z}`);
      p.setAttribute('class', t.kind);
      p.dataset.k = t.a + ' ' + t.b;
      svg.append(p);
    }
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

  /* A tie followed brings the other passage level with this one; Escape puts the columns back. */
  const shift = [0, 0];
  const place = () => cols.forEach((c, i) => { c.style.position = 'relative'; c.style.top = shift[i] + 'px'; });
  cmp.addEventListener('click', e => {
    const t = e.target.closest('.tie');
    if (!t || !beside()) return;
    e.preventDefault();
    const other = side(t.dataset.to);
    shift[other] += t.getBoundingClientRect().top - claim(t.dataset.to).getBoundingClientRect().top;
    place();
    draw();
    const back = $$('.tie', cols[other]).find(x => x.dataset.from === t.dataset.to);
    if (back) back.focus({ preventScroll: true });
  });
  D.addEventListener('keydown', e => {
    if (e.key !== 'Escape' || !(shift[0] || shift[1])) return;
    shift.fill(0);
    place();
    draw();
  });
})();
