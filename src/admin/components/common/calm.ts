/** Of a form: what has to be filled in is not marked as wrong before anybody has typed. */
export const CALM = [
  "[&_:is(input,textarea):invalid:not(:user-invalid):not(:focus-visible)]:!shadow-borders-base",
  "[&_:is(input,textarea):invalid:not(:user-invalid):focus-visible]:!shadow-borders-interactive-with-active",
].join(" ")
