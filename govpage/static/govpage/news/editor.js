// Turns the boxes marked data-gov-editor into editors: named, their buttons titled, without a style of their own.
// The library is loaded by its address, so no import map, and thus no inline script, is needed.

const ALWAYS = ["Document", "Paragraph", "Text", "HardBreak", "Dropcursor", "Gapcursor", "History", "Menu"];

async function start(box) {
  const config = JSON.parse(box.dataset.govEditor);
  const library = await import(config.library);
  const extensions = [...ALWAYS, ...config.extensions].map((name) => library[name]);
  extensions.push(library.Heading.configure({ levels: config.levels }));
  const place = document.createElement("div");
  place.className = "prose-editor";
  box.before(place);
  place.append(box);
  const editor = new library.Editor({
    element: place,
    extensions: extensions.map((each) =>
      each.name === "link" ? each.configure({ enableTarget: false, protocols: config.protocols }) : each,
    ),
    content: box.value,
    // Its rules are in admin.css, because a policy that allows no inline style would refuse them.
    injectCSS: false,
    editorProps: { attributes: attributes(box, config) },
    onUpdate: () => {
      box.value = editor.isEmpty ? "" : editor.getHTML();
    },
  });
  for (const label of box.labels) label.addEventListener("click", () => editor.commands.focus());
  box.hidden = true;
  box.required = false;
  name(place, config);
  return editor;
}

function attributes(box, config) {
  const own = { role: "textbox", "aria-multiline": "true", "aria-label": config.label };
  for (const name of ["aria-describedby", "aria-invalid"]) {
    if (box.hasAttribute(name)) own[name] = box.getAttribute(name);
  }
  return own;
}

function name(place, config) {
  const bar = place.querySelector(".prose-menubar");
  if (!bar) return;
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", `${config.toolbar}: ${config.label}`);
  for (const button of bar.querySelectorAll("button")) {
    button.title ||= button.textContent.trim();
    button.setAttribute("aria-label", button.title);
  }
}

for (const box of document.querySelectorAll("textarea[data-gov-editor]")) start(box);
