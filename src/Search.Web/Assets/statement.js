// Quoting: the passage that is shown, or the one that is selected in the text, with its source and a link that opens at it.
for (const button of document.querySelectorAll("[data-quote]")) {
  const card = document.getElementById("quotation");
  const body = document.querySelector("article .body");
  const endsSentence = /[.!?…。！？]["'”’»)\]]*\s*$/u;
  const words = (text) => text.split(/\s+/u).filter((word) => word.length > 0);
  const encode = (list) => encodeURIComponent(list.join(" ")).replaceAll("-", "%2D");
  const fragment = (text) => {
    const all = words(text.replaceAll("¶", " "));
    return all.length > 10 ? `#:~:text=${encode(all.slice(0, 5))},${encode(all.slice(-5))}` : `#:~:text=${encode(all)}`;
  };

  // What of its paragraph stands before the selection, or after it: an ellipsis says that a sentence is cut.
  const rest = (node, offset, before) => {
    const paragraph = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("p");
    if (!paragraph) return "";
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    if (before) range.setEnd(node, offset);
    else range.setStart(node, offset);
    return range.toString().trim();
  };

  const selected = () => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !body.contains(selection.anchorNode) || !body.contains(selection.focusNode)) return null;
    const range = selection.getRangeAt(0);
    const text = selection.toString().trim().replace(/\s*\n\s*\n\s*/gu, " ¶ ").replace(/\s+/gu, " ");
    if (!text) return null;
    const before = rest(range.startContainer, range.startOffset, true);
    const after = rest(range.endContainer, range.endOffset, false);
    const quoted = (before && !endsSentence.test(before) ? "… " : "") + text + (after && !endsSentence.test(text) ? " …" : "");
    return { quoted: `“${quoted}”`, link: card.dataset.address + fragment(text) };
  };

  button.hidden = !navigator.clipboard;
  document.querySelector("[data-quote-hint]").hidden = button.hidden;
  button.addEventListener("click", async () => {
    const text = (id) => document.getElementById(id).textContent.trim();
    const { quoted, link } = selected() ?? { quoted: text("quoted"), link: document.getElementById("passage").href };
    await navigator.clipboard.writeText(`${quoted}\n${text("attribution")}\n${link}`);
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy quotation"; }, 2000);
  });
}
