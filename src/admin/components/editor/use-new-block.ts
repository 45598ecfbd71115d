import { useTranslation } from "react-i18next"
import type { Block, BlockType } from "../../../types/document"
import { newBlock, type StarterWords } from "../../lib/new-blocks"

/** Makes new blocks with words in the marketer's language. */
export function useNewBlock(): (type: BlockType) => Block {
  const { t } = useTranslation("engage")
  const words: StarterWords = {
    text: t("editor.words.text"),
    heading: t("editor.words.heading"),
    button: t("editor.words.button"),
    coupon: t("editor.words.coupon"),
    couponNote: t("editor.words.couponNote"),
    footer: t("editor.words.footer"),
    unsubscribe: t("editor.words.unsubscribe"),
    preferences: t("editor.words.preferences"),
    product: t("editor.words.product"),
  }
  return (type) => newBlock(type, words)
}
