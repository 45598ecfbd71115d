/** A fresh Medusa application, as `create-medusa-app` makes it, with the plugin as its one addition. */
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..")

const CONFIG = `import { defineConfig, loadEnv } from "@medusajs/framework/utils"

loadEnv(process.env.NODE_ENV || "development", process.cwd())

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:9000",
      jwtSecret: "only for this test",
      cookieSecret: "only for this test",
    },
  },
  plugins: [
    {
      resolve: "medusa-plugin-engage",
      options: {
        publicUrl: "http://localhost:9000",
        storefrontUrl: "http://localhost:8000",
        sender: { name: "Fresh shop", email: "hello@shop.example" },
      },
    },
  ],
})
`

const TSCONFIG = {
  compilerOptions: {
    target: "ES2021",
    esModuleInterop: true,
    module: "Node16",
    moduleResolution: "Node16",
    emitDecoratorMetadata: true,
    experimentalDecorators: true,
    skipLibCheck: true,
    resolveJsonModule: true,
    outDir: "./.medusa/server",
    rootDir: "./",
    jsx: "react-jsx",
    strict: true,
  },
  "ts-node": { swc: true },
  include: ["**/*"],
  exclude: ["node_modules", ".medusa"],
}

/**
 * Writes the application's files.
 * @param {string} dir
 * @param {string} tarball of the plugin
 */
export function writeApp(dir, tarball) {
  const { devDependencies: have } = JSON.parse(
    fs.readFileSync(path.join(ROOT, "package.json"), "utf8")
  )
  const pick = (...names) => Object.fromEntries(names.map((name) => [name, have[name]]))
  fs.mkdirSync(path.join(dir, "src"), { recursive: true })
  const files = {
    "package.json": JSON.stringify({
      name: "fresh-shop",
      version: "0.0.1",
      private: true,
      dependencies: {
        ...pick(
          "@medusajs/admin-sdk",
          "@medusajs/cli",
          "@medusajs/dashboard",
          "@medusajs/framework",
          "@medusajs/icons",
          "@medusajs/js-sdk",
          "@medusajs/medusa",
          "@medusajs/ui",
          "react",
          "react-dom",
          "react-router-dom"
        ),
        "medusa-plugin-engage": `file:${tarball}`,
      },
      devDependencies: pick("@swc/core", "@types/node", "ts-node", "typescript", "vite"),
    }),
    "medusa-config.ts": CONFIG,
    "tsconfig.json": JSON.stringify(TSCONFIG),
  }
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(dir, name), text)
}
