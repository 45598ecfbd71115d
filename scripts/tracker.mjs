/**
 * Bundles the storefront scripts: engage.js for a script tag, index.mjs with its types for a bundler, push.js and its
 * service worker for push messages.
 *
 *   node scripts/tracker.mjs [folder]
 *
 * Without a folder they go where the plugin serves them from: beside the built plugin, and into src/tracker/dist for the
 * plugin run from its source.
 */
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import ts from "typescript"
import { build } from "vite"

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
const SOURCE = path.join(ROOT, "src/tracker")
const BUILT = path.join(ROOT, ".medusa/server/src/tracker/dist")

async function bundle(entry, format, fileName, outDir) {
  await build({
    root: SOURCE,
    configFile: false,
    logLevel: "warn",
    build: {
      outDir,
      emptyOutDir: false,
      target: "es2020",
      minify: "esbuild",
      lib: {
        entry: path.join(SOURCE, entry),
        formats: [format],
        name: "engageScript",
        fileName: () => fileName,
      },
    },
  })
}

/** The types of the npm entry, in files beside it. */
function declare(outDir) {
  const program = ts.createProgram([path.join(SOURCE, "index.ts")], {
    target: ts.ScriptTarget.ES2020,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2020.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    types: [],
    strict: true,
    declaration: true,
    emitDeclarationOnly: true,
    outDir,
  })
  const { emitSkipped } = program.emit()
  if (emitSkipped) throw new Error("The tracker's types could not be written")
}

async function make(outDir) {
  fs.rmSync(outDir, { recursive: true, force: true })
  await bundle("script.ts", "iife", "engage.js", outDir)
  await bundle("push.ts", "iife", "push.js", outDir)
  await bundle("push-worker.ts", "iife", "push-worker.js", outDir)
  await bundle("index.ts", "es", "index.mjs", outDir)
  declare(outDir)
}

const [target] = process.argv.slice(2)
if (target) {
  await make(path.resolve(target))
} else {
  const local = path.join(SOURCE, "dist")
  await make(local)
  if (fs.existsSync(path.join(ROOT, ".medusa/server/src")))
    fs.cpSync(local, BUILT, { recursive: true, force: true })
}
