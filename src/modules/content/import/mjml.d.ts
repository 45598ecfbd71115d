declare module "mjml" {
  /** Version 5: makes HTML of MJML. Includes of files are left out unless asked for. */
  export default function mjml2html(
    source: string,
    options: { validationLevel: "soft" }
  ): Promise<{ html: string; errors: { line: number; message: string }[] }>
}
