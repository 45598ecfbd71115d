import medusa from "@medusajs/eslint-plugin"

/** Medusa's rules only warn; here a finding is an error. */
const strict = (config) =>
  config.rules
    ? { ...config, rules: Object.fromEntries(Object.keys(config.rules).map(toError)) }
    : config
const toError = (name) => [name, "error"]

export default [
  {
    ignores: [
      "**/node_modules/**",
      "**/.medusa/**",
      "demo/public/**",
      "src/tracker/dist/**",
      ".demo/**",
      ".cache/**",
    ],
  },
  ...medusa.configs.recommended.map(strict),
  {
    files: ["src/workflows/**/*.ts"],
    rules: {
      // Steps carry the plugin's name in logs and in the execution history of a shop with steps of its own.
      "@medusajs/step-id-kebab-case": "off",
    },
  },
  {
    files: ["**/__tests__/**", "integration-tests/**", "bench/**"],
    rules: {
      // No route answers with what a test throws, and the plugin's own amounts are in minor units.
      "@medusajs/use-medusa-error-not-generic-error": "off",
      "@medusajs/prices-in-major-units": "off",
    },
  },
  {
    files: ["demo/src/storefront/assets/*.js"],
    rules: {
      // These run in a browser, where there is no MedusaError.
      "@medusajs/use-medusa-error-not-generic-error": "off",
    },
  },
]
