import medusa from "@medusajs/eslint-plugin"

export default [
  { ignores: ["**/node_modules/**", "**/.medusa/**", ".demo/**", ".cache/**"] },
  ...medusa.configs.recommended,
]
