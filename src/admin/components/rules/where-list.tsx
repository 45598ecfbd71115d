import { Plus } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Condition } from "../../../rules/ast"
import type { CollectionInfo } from "../../../rules/describe"
import { conditionOn } from "../../lib/rules"
import { Picker } from "../picker/picker"
import type { PickerOption } from "../picker/picker-list"
import { WhereRow } from "./where-row"

type WhereListProps = {
  where: Condition[]
  collection: CollectionInfo
  /** The path of what the conditions belong to, as problems name it. */
  at: string
  onChange: (where: Condition[], tag?: string) => void
}

/** The conditions that say which facts of a collection are meant. */
export function WhereList({ where, collection, at, onChange }: WhereListProps) {
  const { t } = useTranslation("engage")
  return (
    <div className="flex flex-col gap-y-2 pl-3">
      {where.map((condition, index) => (
        <WhereRow
          key={index}
          first={index === 0}
          condition={condition}
          collection={collection}
          at={`${at}.where.${index}`}
          onChange={(next, tag) =>
            onChange(
              where.flatMap((old, i) => (i === index ? (next ? [next] : []) : [old])),
              tag
            )
          }
        />
      ))}
      {collection.attributes.length > 0 && (
        <Picker
          label={t("segments.builder.addWhere")}
          options={optionsOf(collection)}
          onPick={(key) => {
            const attribute = collection.attributes.find((candidate) => candidate.key === key)
            if (attribute) onChange([...where, conditionOn(attribute)])
          }}
          trigger={
            <Button size="small" variant="transparent" className="self-start">
              <Plus />
              {t(where.length ? "segments.builder.addAnotherWhere" : "segments.builder.addWhere")}
            </Button>
          }
        />
      )}
    </div>
  )
}

/** What facts can be narrowed down by, with what belongs together side by side. */
function optionsOf({ attributes }: CollectionInfo): PickerOption[] {
  const groups = [...new Set(attributes.map(({ group }) => group))]
  return groups.flatMap((group) =>
    attributes
      .filter((attribute) => attribute.group === group)
      .map(({ key, label, formula }) => ({ value: key, label, group, detail: formula }))
  )
}
