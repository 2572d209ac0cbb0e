/** Pixels of the picture per pixel of the drawing: sharp in a document and on paper. */
const scale = 2;

/**
 * A picture of an SVG document that names its width and height. Drawn by the browser itself, in memory.
 *
 * @throws Error when the browser cannot draw it.
 */
export async function svgPng(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('this browser cannot draw a picture');
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const picture = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
    if (!picture) throw new Error('the picture is too large for this browser');
    return picture;
  } finally {
    URL.revokeObjectURL(url);
  }
}
