// Knows how a picture is made of shapes and words in the page. Looks like the charts of `build_tools/charts`, which are
// drawn when the course is built: 288 units wide, the column of a phone; in the colour of the text around it.
(function (cg) {
  "use strict";

  const SPACE = "http://www.w3.org/2000/svg";
  const WIDTH = 288;
  let pictures = 0;

  /** An element of a picture; numbers get one decimal at most. */
  cg.mark = (name, attributes = {}, ...children) => {
    const made = document.createElementNS(SPACE, name);
    for (const [key, value] of Object.entries(attributes)) {
      made.setAttribute(key, typeof value === "number" ? Math.round(value * 10) / 10 : value);
    }
    made.append(...children);
    return made;
  };

  /** A text on as few lines of about `most` characters as it needs; a longer word stands alone. */
  cg.lines = (text, most) => {
    const lines = [];
    for (const word of text.split(/\s+/)) {
      const last = lines.at(-1);
      if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines;
  };

  /** Words whose first baseline is at `y`, on several lines if they are a list. */
  cg.label = (x, y, text, more = {}) => {
    const lines = [text].flat();
    const parts = lines.map((line, at) => cg.mark("tspan", { x, y: y + at * 15 }, line));
    return cg.mark("text", more, ...parts);
  };

  /** A whole picture with its name and what it says to those who do not see it. */
  cg.picture = (title, says, height, shapes, css) => {
    const name = `cg-picture-${++pictures}`;
    const about = { role: "img", "aria-labelledby": `${name}-title`, "aria-describedby": `${name}-says` };
    const size = { viewBox: `0 0 ${WIDTH} ${Math.ceil(height)}`, width: WIDTH, height: Math.ceil(height) };
    const look = { class: `cg-drawn ${css}`, fill: "currentColor", "font-family": "sans-serif", "font-size": 13 };
    const head = [cg.mark("title", { id: `${name}-title` }, title), cg.mark("desc", { id: `${name}-says` }, says)];
    return cg.mark("svg", { ...about, ...size, ...look }, ...head, ...shapes);
  };
  cg.picture.WIDTH = WIDTH;
})((globalThis.cg = globalThis.cg || {}));
