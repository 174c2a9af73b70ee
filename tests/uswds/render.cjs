// Renders USWDS's own templates. In: [{template, data}, ...] as JSON, template below packages/. Out: [html, ...] as JSON.
const path = require("node:path");

const modules = process.argv[2];
const Twig = require(path.join(modules, "twig"));
const components = path.join(modules, "@uswds", "uswds", "packages");

function render({ template, data }) {
  const file = path.join(components, template);
  return Twig.twig({ path: file, async: false, rethrow: true, namespaces: { components } }).render(data);
}

const chunks = [];
process.stdin.on("data", (chunk) => chunks.push(chunk));
process.stdin.on("end", () => process.stdout.write(JSON.stringify(JSON.parse(Buffer.concat(chunks)).map(render))));
