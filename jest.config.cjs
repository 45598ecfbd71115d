const swc = {
  transform: {
    "^.+\\.[jt]sx?$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", decorators: true, tsx: true },
          transform: { react: { runtime: "automatic" } },
          target: "es2021",
        },
      },
    ],
  },
  testEnvironment: "node",
  moduleFileExtensions: ["js", "ts", "tsx", "json"],
  modulePathIgnorePatterns: ["<rootDir>/.medusa/", "<rootDir>/demo/.medusa/", "<rootDir>/.cache/"],
}

module.exports = {
  projects: [
    { ...swc, displayName: "unit", testMatch: ["<rootDir>/src/**/__tests__/**/*.unit.spec.ts"] },
    { ...swc, displayName: "spamd", testMatch: ["<rootDir>/integration-tests/spamd/*.spec.ts"] },
    {
      ...swc,
      displayName: "integration",
      testMatch: ["<rootDir>/integration-tests/{http,fault,demo}/**/*.spec.ts"],
      globalSetup: "<rootDir>/integration-tests/setup/global-setup.mjs",
      globalTeardown: "<rootDir>/integration-tests/setup/global-teardown.mjs",
      setupFiles: ["<rootDir>/integration-tests/setup/setup-file.js"],
      setupFilesAfterEnv: ["<rootDir>/integration-tests/setup/tables.js"],
    },
  ],
  testSequencer: "<rootDir>/integration-tests/setup/sequencer.cjs",
  testTimeout: 120000,
}
