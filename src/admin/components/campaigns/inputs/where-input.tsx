import { useMemo } from "react"
import type { Condition, HasCondition } from "../../../../rules/ast"
import { checkRules } from "../../../../rules/check"
import type { CollectionInfo, Registry } from "../../../../rules/describe"
import { hasFact } from "../../../../rules/fact"
import { useRegistry } from "../../../hooks/api/attributes"
import { useShopCurrency } from "../../../hooks/api/overview"
import { RowsSkeleton } from "../../common/states"
import { RuleProvider } from "../../rules/rule-context"
import { useRuleValue } from "../../rules/use-rule-value"
import { WhereList } from "../../rules/where-list"

type WhereInputProps = {
  collection: string
  /** Which attributes of the collection can be asked about. */
  only: (attribute: string) => boolean
  where: Condition[]
  onChange: (where: Condition[], tag?: string) => void
}

/** Says which facts of a collection are meant, in the words of rules. */
export function WhereInput(props: WhereInputProps) {
  const { data: registry } = useRegistry()
  const collection = registry?.collections.find(({ key }) => key === props.collection)
  if (!registry || !collection) return <RowsSkeleton rows={1} />
  const { attributes } = collection
  const offered = { ...collection, attributes: attributes.filter(({ key }) => props.only(key)) }
  return <Conditions {...props} registry={registry} offered={offered} />
}

type ConditionsProps = WhereInputProps & { registry: Registry; offered: CollectionInfo }

function Conditions({ collection, where, onChange, registry, offered }: ConditionsProps) {
  const currency = useShopCurrency()
  const rules = useMemo(() => hasFact(collection, where), [collection, where])
  const problems = useMemo(() => checkRules(rules, registry), [rules, registry])
  const value = useRuleValue({
    rules,
    onChange: (next, tag) => onChange((next(rules).root.children[0] as HasCondition).where, tag),
    registry,
    currency,
    names: {},
    problems,
  })
  return (
    <RuleProvider value={value}>
      <WhereList where={where} collection={offered} at="root.children.0" onChange={onChange} />
    </RuleProvider>
  )
}
