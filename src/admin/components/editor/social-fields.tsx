import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { type BlockOf, SOCIAL_NETWORKS } from "../../../types/document"
import { AlignField, SwitchField } from "./fields"
import { useBlockChange } from "./use-block-change"

/** Which networks are named. Their addresses are the shop's, unless the message has its own. */
export function SocialFields({ block }: { block: BlockOf<"social"> }) {
  const { t } = useTranslation("engage")
  const set = useBlockChange(block)
  const urlOf = (network: string) => block.links.find((link) => link.network === network)?.url
  return (
    <>
      <Text size="small" className="text-ui-fg-subtle">
        {t("editor.field.socialHint")}
      </Text>
      {SOCIAL_NETWORKS.map((network) => (
        <SwitchField
          key={network}
          label={t(`editor.network.${network}`)}
          value={urlOf(network) !== undefined}
          onChange={(shown) =>
            set({
              links: SOCIAL_NETWORKS.flatMap((name) => {
                const url = name === network ? undefined : urlOf(name)
                const wanted = name === network ? shown : url !== undefined
                return wanted ? [{ network: name, url: url ?? `{{ constants.${name} }}` }] : []
              }),
            })
          }
        />
      ))}
      <AlignField value={block.align} onChange={(align) => set({ align })} />
    </>
  )
}
