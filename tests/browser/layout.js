// What is wrong with a page's layout, measured. Returns one sentence for each finding.
() => {
  const wrong = [];
  const name = (node) => `${node.tagName.toLowerCase()}.${node.className || node.id || ""}`.slice(0, 60);
  const seen = (node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && node.getClientRects().length;
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over > 0) wrong.push(`the page is ${over} px too wide`);

  for (const node of document.querySelectorAll("main *, header *, footer *")) {
    if (!seen(node)) continue;
    const style = getComputedStyle(node);
    const box = node.getBoundingClientRect();
    const reachable = node.closest("[tabindex], .cg-grid, textarea, pre");
    if (style.overflowX === "hidden" && style.textOverflow !== "ellipsis" && node.scrollWidth > node.clientWidth + 1 && box.width > 2 && node.textContent.trim())
      wrong.push(`${name(node)} cuts ${node.scrollWidth - node.clientWidth} px of its text`);
    if (node.matches("main :is(p, h1, h2, h3, li, summary, legend, label)") && !reachable && (box.left < -1 || box.right > innerWidth + 1))
      wrong.push(`${name(node)} reaches outside the window`);
  }

  // Blocks of running text that stand beside or after each other share no ground.
  const blocks = [...document.querySelectorAll("article > *")].filter((node) => seen(node) && getComputedStyle(node).position === "static");
  for (let at = 1; at < blocks.length; at++) {
    const above = blocks[at - 1].getBoundingClientRect(), below = blocks[at].getBoundingClientRect();
    if (below.top < above.bottom - 1 && below.left < above.right && above.left < below.right)
      wrong.push(`${name(blocks[at])} overlaps ${name(blocks[at - 1])}`);
  }

  // The measure: characters on a full line of a paragraph.
  const ruler = Object.assign(document.createElement("span"), { textContent: "the quick brown fox jumps over lazy dogs " });
  ruler.style.whiteSpace = "pre";
  for (const node of document.querySelectorAll("article.cg-kind-lesson > p")) {
    if (node.matches(".cg-lead") || !seen(node)) continue;
    const room = node.getBoundingClientRect().width;
    node.append(ruler);
    const measure = room / (ruler.getBoundingClientRect().width / ruler.textContent.length);
    ruler.remove();
    if (measure > 80) wrong.push(`${name(node)} has ${Math.round(measure)} characters in a line`);
  }
  return wrong;
};
