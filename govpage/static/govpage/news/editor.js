// Turns the boxes marked data-gov-editor into editors: named, their buttons titled, without a style of their own.
// The library is loaded by its address, so no import map, and thus no inline script, is needed.

const ALWAYS = ["Document", "Paragraph", "Text", "HardBreak", "Dropcursor", "Gapcursor", "History"];
// Every tool is a button: a list that opens would need another way by keyboard.
const TOOLS = ["blockType -lists", "lists", "nodes -blockType -lists", "marks", "link", "history"];

async function start(box) {
  const config = JSON.parse(box.dataset.govEditor);
  const library = await import(config.library);
  const place = document.createElement("div");
  place.className = "prose-editor";
  box.before(place);
  place.append(box);
  const editor = new library.Editor({
    element: place,
    extensions: extensions(library, config),
    content: box.value,
    // Its rules are in admin.css, because a policy that allows no inline style would refuse them.
    injectCSS: false,
    editorProps: { attributes: attributes(box, config) },
    // The tools are there from this moment on.
    onCreate: () => name(place, config, editor),
    onUpdate: () => {
      box.value = editor.isEmpty ? "" : editor.getHTML();
    },
  });
  for (const label of box.labels) label.addEventListener("click", () => editor.commands.focus());
  box.hidden = true;
  box.required = false;
}

function extensions(library, config) {
  const settings = {
    Heading: { levels: config.levels },
    Link: { enableTarget: false, protocols: config.protocols },
    Menu: { groups: TOOLS.map((group) => ({ group })) },
  };
  const names = [...ALWAYS, "Heading", "Menu", ...config.extensions];
  return names.map((each) => (settings[each] ? library[each].configure(settings[each]) : library[each]));
}

function attributes(box, config) {
  const own = { role: "textbox", "aria-multiline": "true", "aria-label": config.label };
  for (const each of ["aria-describedby", "aria-invalid"]) {
    if (box.hasAttribute(each)) own[each] = box.getAttribute(each);
  }
  return own;
}

function name(place, config, editor) {
  const bar = place.querySelector(".prose-menubar");
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", `${config.toolbar}: ${config.label}`);
  const buttons = [...bar.querySelectorAll("button")];
  for (const button of buttons) button.title ||= button.getAttribute("aria-label");
  const say = () => buttons.forEach(sayState);
  editor.on("transaction", say);
  say();
}

// What the library shows by colour alone.
function sayState(button) {
  const { classList } = button;
  button.setAttribute("aria-disabled", classList.contains("disabled"));
  if (!button.dataset.name.startsWith("history")) button.setAttribute("aria-pressed", classList.contains("active"));
}

// The library's dialogs have a heading and no name.
new MutationObserver(() => {
  for (const dialog of document.querySelectorAll(".prose-editor-dialog:not([aria-label])")) {
    dialog.setAttribute("aria-label", dialog.querySelector(".prose-editor-dialog-title")?.textContent ?? "");
  }
}).observe(document.body, { childList: true, subtree: true });

for (const box of document.querySelectorAll("textarea[data-gov-editor]")) start(box);
