import medusa from "@medusajs/eslint-plugin"

export default [
  {
    ignores: [
      "**/node_modules/**",
      "**/.medusa/**",
      ".demo/**",
      ".cache/**",
      "integration-tests/browser/.work/**",
    ],
  },
  ...medusa.configs.recommended,
  {
    files: ["src/workflows/**/*.ts"],
    rules: {
      // Steps carry the plugin's name in logs and in the execution history of a shop with steps of its own.
      "@medusajs/step-id-kebab-case": "off",
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
