import {
  inCategories,
  inCollections,
  namesOf,
  ofTypes,
  suggestNamed,
  withTags,
} from "../shop/catalog"

export const inProducts = (values: string) =>
  `select id from engage_product where product_id = any(${values})`

const PRODUCT_NAMES = `
  select product_id as value, title as label from engage_product where product_id = any(:values::text[])
`

const SUGGEST_PRODUCTS = `
  select product_id as value, title as label,
    (select count(*)::int from engage_profile_product b where b.product_no = d.id) as count
  from engage_product d
  where :q::text is null or lower(title) like :q
  order by 3 desc, 2 limit :limit
`

/** Ways to say which products are meant, by what they belong to in the shop's catalogue. */
export const CATALOGUE = [
  {
    key: "product",
    label: "Product",
    products: inProducts,
    suggest: SUGGEST_PRODUCTS,
    names: PRODUCT_NAMES,
  },
  {
    key: "product.category",
    label: "Category",
    formula: "The product is in the category or in one below it, as the shop is arranged today",
    products: inCategories,
    suggest: suggestNamed(
      "category",
      `select count(*) from product_category_product x where x.product_category_id = s.id`
    ),
    names: namesOf("category"),
  },
  {
    key: "product.collection",
    label: "Collection",
    products: inCollections,
    suggest: suggestNamed(
      "collection",
      `select count(*) from product x where x.collection_id = s.id and x.deleted_at is null`
    ),
    names: namesOf("collection"),
  },
  {
    key: "product.tag",
    label: "Product tag",
    products: withTags,
    suggest: suggestNamed(
      "tag",
      `select count(*) from product_tags x where x.product_tag_id = s.id`
    ),
    names: namesOf("tag"),
  },
  {
    key: "product.type",
    label: "Product type",
    products: ofTypes,
    suggest: suggestNamed(
      "type",
      `select count(*) from product x where x.type_id = s.id and x.deleted_at is null`
    ),
    names: namesOf("type"),
  },
]
