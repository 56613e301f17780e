/* A PNG of many colours, as base64 -> the same with at most 255, an eighth of the size.
   Pages are paper, ink and a few hues: what is lost are shades between them at the edges. */
async source => {
  const image = new Image();
  image.src = `data:image/png;base64,${source}`;
  await image.decode();
  const { width, height } = image;
  const canvas = new OffscreenCanvas(width, height).getContext("2d");
  canvas.drawImage(image, 0, 0);
  const pixels = canvas.getImageData(0, 0, width, height).data;

  // Colours that agree in their upper four bits stand for one, the mean of those that occur.
  const seen = new Map();
  for (let i = 0; i < pixels.length; i += 4) {
    const key = (pixels[i] >> 4 << 8) | (pixels[i + 1] >> 4 << 4) | (pixels[i + 2] >> 4);
    const sum = seen.get(key) || [0, 0, 0, 0];
    for (let c = 0; c < 3; c++) sum[c] += pixels[i + c];
    sum[3]++;
    seen.set(key, sum);
  }
  const kept = [...seen].sort((a, b) => b[1][3] - a[1][3] || a[0] - b[0]).slice(0, 255);
  const colours = kept.map(([, sum]) => [0, 1, 2].map(c => Math.round(sum[c] / sum[3])));
  const distance = (a, b) => a.reduce((all, value, c) => all + (value - b[c]) ** 2, 0);
  const place = new Map();
  for (const [key, sum] of seen) {
    const own = [0, 1, 2].map(c => sum[c] / sum[3]);
    let best = 0;
    colours.forEach((colour, n) => { if (distance(own, colour) < distance(own, colours[best])) best = n; });
    place.set(key, best);
  }

  const rows = new Uint8Array((width + 1) * height); // each row begins with its filter: none
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += 4)
      rows[y * (width + 1) + 1 + x] = place.get((pixels[i] >> 4 << 8) | (pixels[i + 1] >> 4 << 4) | (pixels[i + 2] >> 4));
  const packed = new Blob([rows]).stream().pipeThrough(new CompressionStream("deflate"));
  const data = new Uint8Array(await new Response(packed).arrayBuffer());

  const table = Array.from({ length: 256 }, (_, n) => {
    for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
    return n >>> 0;
  });
  const number = n => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
  const chunk = (name, content) => {
    const body = [...name].map(c => c.charCodeAt(0)).concat([...content]);
    let sum = 0xffffffff;
    for (const byte of body) sum = table[(sum ^ byte) & 255] ^ (sum >>> 8);
    return [...number(content.length), ...body, ...number((sum ^ 0xffffffff) >>> 0)];
  };
  const file = [137, 80, 78, 71, 13, 10, 26, 10]
    .concat(chunk("IHDR", [...number(width), ...number(height), 8, 3, 0, 0, 0]))
    .concat(chunk("PLTE", colours.flat()))
    .concat(chunk("IDAT", data))
    .concat(chunk("IEND", []));
  let text = "";
  for (const byte of file) text += String.fromCharCode(byte);
  return btoa(text);
}
