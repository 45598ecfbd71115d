import { joinPieces } from "../../../lib/pieces"
import { compileTemplate } from "../liquid/compile"
import { engines } from "../liquid/engine"
import { sampleScope } from "../sample"

const SCOPE = {
  ...sampleScope(),
  profile: {
    ...sampleScope().profile,
    name: `<b>"Tom" & 'Ann'</b>`,
    city: "",
    language: null,
    orders: 0,
    vip: false,
  },
}

const COMPILED = [
  "plain text, no Liquid",
  "{{ profile.name }}",
  "{{ profile.city | default: 'somewhere' }} {{ profile.language | default: profile.email }}",
  "{{ profile.orders | default: 7 }}{{ profile.vip | default: 'no' }}{{ profile.nothing }}",
  "{{ profile.first_name | upcase | append: '!' | prepend: '<' }}",
  "{{ profile.name | escape }} {{ profile.name | raw }}",
  "{{ profile.revenue | money: shop.currency }} {{ last_order.total | money }}",
  "{{ last_order.date | date: '%d.%m.%Y %H:%M' }} {{ profile.birthday | date: '%-d %b' }} {{ 'now' | date: '%Y' }}",
  "{% if profile.orders %}zero is true{% endif %}{% if profile.vip %}no{% elsif profile.city == '' %}empty{% else %}else{% endif %}",
  "{% if profile.orders > 2 or profile.revenue >= 100 and profile.name contains 'Tom' %}a{% else %}b{% endif %}",
  "{% if profile.nothing %}a{% endif %}{% if profile.nothing > 1 %}b{% endif %}{% if profile.language == profile.nothing %}c{% endif %}",
  "{% for item in last_order.items %}{{ item.quantity }} x {{ item.title }} {{ item.total | money: last_order.currency }};{% else %}none{% endfor %}",
  "{% for a in last_order.items %}{% for a in last_order.items %}{% for b in last_order.items %}{{ a.title }}{{ b.quantity }}{% endfor %}{% endfor %}{% endfor %}",
  "{% for item in profile.nothing %}x{% else %}none{% endfor %}",
  "{% for item in last_order.items limit: 1 %}{{ item.title }}{% endfor %}{% for item in last_order.items limit: 9 %}{{ item.title }}{% else %}none{% endfor %}",
  "{% if profile.language == nil %}a{% endif %}{% if profile.nothing.deep == nil and profile.city != nil %}b{% endif %}{% if nil == last_order %}c{% endif %}{% if profile.orders != nil %}d{% endif %}",
  "{%- if true -%}  trimmed  {%- endif -%} tail",
]

/** Beyond the compiled part: the interpreter has to take over without a trace. */
const INTERPRETED = [
  "{{ last_order.items.size }} {{ last_order.items.first.title }} {{ profile.name.size }}",
  "{{ profile.name | truncate: 5 }} {{ last_order.items | map: 'title' | join: ', ' }}",
  "{% assign x = profile.orders | plus: 1 %}{{ x }}{% unless x > 5 %}few{% endunless %}",
  "{% case profile.country %}{% when 'de' %}Hallo{% else %}Hello{% endcase %}",
  "{% for item in last_order.items limit: 1 %}{{ forloop.index }}{{ item.title }}{% endfor %}{% for item in last_order.items offset: 1 %}{{ item.title }}{% endfor %}{% for c in 'ab' %}{{ c }}{% endfor %}",
  "{% if profile.city == empty %}empty{% endif %}{{ nil }}{% if profile.language == nil or nil %}nil{% endif %}{{ last_order.items }}",
  "{% for i in (1..3) %}{{ i }}{% break %}{% endfor %}{% raw %}{{ raw }}{% endraw %}",
]

describe("a compiled template", () => {
  const { html, text } = engines("Europe/Berlin")

  afterEach(() => jest.restoreAllMocks())

  it.each(COMPILED)("says what the interpreter says: %s", (source) => {
    for (const engine of [html, text]) {
      const parsed = engine.parse(source)
      const expected = engine.renderSync(parsed, SCOPE)
      const interpreter = jest.spyOn(engine, "renderSync")
      expect(joinPieces(compileTemplate(engine, parsed)(SCOPE))).toBe(expected)
      expect(interpreter).not.toHaveBeenCalled()
      interpreter.mockRestore()
    }
  })

  it.each(INTERPRETED)("leaves to the interpreter: %s", (source) => {
    const parsed = html.parse(source)
    const expected = html.renderSync(parsed, SCOPE)
    const interpreter = jest.spyOn(html, "renderSync")
    expect(joinPieces(compileTemplate(html, parsed)(SCOPE))).toBe(expected)
    expect(interpreter).toHaveBeenCalledTimes(1)
  })

  it("shows what these templates say, so that both are not wrong alike", () => {
    const say = (source: string) => joinPieces(compileTemplate(html, html.parse(source))(SCOPE))
    expect(say(COMPILED[1])).toBe("&lt;b&gt;&#34;Tom&#34; &amp; &#39;Ann&#39;&lt;/b&gt;")
    expect(say(COMPILED[6])).toBe("€129.90 49.90")
    expect(say(COMPILED[7])).toBe("11.02.2026 17:30 17 May 2026")
    expect(say(COMPILED[11])).toBe("1 x Linen shirt €29.90;2 x Wool socks €20.00;")
  })

  it("hands a loop without end to the interpreter, which stops it", () => {
    const bomb = html.parse(
      "{% for a in l %}{% for a in l %}{% for a in l %}{% for a in l %}x{% endfor %}{% endfor %}{% endfor %}{% endfor %}"
    )
    const scope = { l: Array.from({ length: 100 }, () => 1) }
    expect(() => compileTemplate(html, bomb)(scope)).toThrow(/limit exceeded/)
  })
})
