/** What carriers and the people of several countries answer when they want no more messages. */
const STOP = /^\W*(stop|stopall|unsubscribe|cancel|end|quit|arret|stopp|baja|стоп)\W*$/i

/** Whether the answer to a text message means "no more of these". */
export function isStop(text: string): boolean {
  return STOP.test(text.normalize("NFD").replace(/\p{M}/gu, "").trim())
}
