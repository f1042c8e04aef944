import fc, { type Arbitrary } from 'fast-check'
import type { z } from 'zod'

/** Bodies as nobody's form sends them, made from what a command wants: right in most places, wrong in a few. */

/** JSON as it is written: keys may come twice or be `__proto__`, and `raw` stands as it is. */
type Tree = { keys: [string, Tree][] } | { items: Tree[] } | { raw: string }

export type Body = { content: string | Uint8Array<ArrayBuffer>; type: string | undefined }

/** What a field of this name may be sent, so that some bodies get past the schema: codes, ids, versions. */
type Known = (field: string) => Arbitrary<string>

/** `example`: what is taken for sure, for schemas out of which that cannot be read. */
export function wrongBodies(schema: z.ZodType, known: Known, example?: object): Arbitrary<Body> {
  const right = fc
    .oneof(like(schema, '', known), ...(example ? [fc.uuid().map((id) => ({ id, ...example }))] : []))
    .map(asTree)
  const almost = fc
    .tuple(right, fc.array(mutations, { minLength: 1, maxLength: 3, size: 'xsmall' }))
    .map(([tree, changes]) => changes.reduce((changed, change) => change(changed), tree))
  return fc.oneof(
    { weight: 8, arbitrary: right.chain(sentAs) },
    { weight: 15, arbitrary: almost.chain(sentAs) },
    { weight: 1, arbitrary: noise },
  )
}

/** A value that the schema takes, as far as it can be read from it. */
function like(schema: z.core.$ZodType, field: string, known: Known): Arbitrary<unknown> {
  const it = schema as z.core.$ZodTypes
  const { def } = it._zod
  const inner = (part: z.core.$ZodType, name = field) => like(part, name, known)
  switch (def.type) {
    case 'object': {
      const parts = Object.entries(def.shape).map(([name, part]) => [name, inner(part, name)] as const)
      const needed = Object.keys(def.shape).filter((name) => def.shape[name]?._zod.optin !== 'optional')
      return fc.record(Object.fromEntries(parts), { requiredKeys: needed })
    }
    case 'string':
      return likeText(it._zod.bag, field, known)
    case 'number':
      return fc.integer({
        min: Number(it._zod.bag['minimum'] ?? -1000),
        max: Number(it._zod.bag['maximum'] ?? 1000),
      })
    case 'boolean':
      return fc.boolean()
    case 'literal':
      return fc.constantFrom(...def.values)
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries))
    case 'array':
      return fc.array(inner(def.element), { maxLength: 3 })
    case 'record':
      return fc.dictionary(
        inner(def.keyType, 'language').map(String),
        inner(def.valueType).map((value) => value),
        { minKeys: 1, maxKeys: 3 },
      )
    case 'union':
      return fc.oneof(...def.options.map((option) => inner(option)))
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'catch':
    case 'readonly':
    case 'nonoptional':
      return inner(def.innerType)
    case 'pipe': // what is typed becomes what is stored: the side that says most about it
      return inner(def.out._zod.def.type === 'transform' ? def.in : def.out)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

type Bag = Record<string, unknown>

function likeText({ minimum, maximum, format, patterns }: Bag, field: string, known: Known) {
  const most = Number(maximum ?? 200)
  const words = fc
    .string({ unit: 'grapheme', minLength: Number(minimum ?? 0), maxLength: Math.min(most, 200) })
    .map((text) => text.slice(0, most))
  if (format === 'uuid') return fc.oneof({ weight: 3, arbitrary: known(field) }, fc.uuid())
  if (format === 'url') return fc.oneof(fc.webUrl(), fc.constantFrom(...strangeAddresses))
  const [pattern] = patterns instanceof Set ? patterns : []
  const matching =
    pattern instanceof RegExp && !pattern.source.includes('\\0')
      ? fc.stringMatching(pattern, { maxLength: most })
      : words
  return fc.oneof(matching, { weight: 2, arbitrary: known(field) })
}

const strangeAddresses = [
  'http://\0/',
  'https://example.org/\0',
  'https://example.org/\ud800',
  'http://user:word@[::1]:99999/',
  `https://${'a.'.repeat(900)}org`,
  'https://example.org\n/x',
  'javascript:alert(1)',
  'HTTP://EXAMPLE.ORG',
  'https:example.org',
]

function asTree(value: unknown): Tree {
  if (Array.isArray(value)) return { items: value.map(asTree) }
  if (typeof value === 'object' && value !== null)
    return { keys: Object.entries(value).map(([key, part]) => [key, asTree(part)]) }
  return { raw: JSON.stringify(value) ?? 'null' }
}

/** A change of one place of a body. */
const mutations: Arbitrary<(tree: Tree) => Tree> = fc
  .tuple(fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), fc.nat(9), fc.nat())
  .chain(([place, kind, n]) =>
    fc.constantFrom(...strangeKeys).chain((key) =>
      fc.oneof(strange, fc.jsonValue({ maxDepth: 3 }).map(asTree)).map((other) => (tree: Tree) => {
        if (kind === 0) return at(tree, place, drop)
        if (kind === 1) return at(tree, place, twice(other))
        if (kind === 2) return 'keys' in tree ? { keys: [...tree.keys, [key, other]] } : tree
        if (kind === 3) return at(tree, place, (one) => [[key, one[1]]])
        if (kind === 4) return at(tree, place, ([name, value]) => [[name, { items: [value, value] }]])
        if (kind === 5) return at(tree, place, ([name, value]) => [[name, spoiled(value, n)]])
        return at(tree, place, ([name]) => [[name, other]])
      }),
    ),
  )

type Entry = [string, Tree]
const drop = (): Entry[] => []
const twice =
  (other: Tree) =>
  ([name, value]: Entry): Entry[] => [
    [name, value],
    [name, other],
  ]

/** Does it to one field or item, found by going down by chance. */
function at(tree: Tree, [first = 0, ...deeper]: number[], change: (one: Entry) => Entry[]): Tree {
  if ('raw' in tree) return tree
  const entries: Entry[] = 'keys' in tree ? tree.keys : tree.items.map((item) => ['', item])
  const chosen = first % Math.max(entries.length, 1)
  const changed = entries.flatMap((one, n) => {
    if (n !== chosen) return [one]
    const isLeaf = deeper.length === 0 || 'raw' in one[1]
    return isLeaf ? change(one) : [[one[0], at(one[1], deeper, change)] satisfies Entry]
  })
  return 'keys' in tree ? { keys: changed } : { items: changed.map(([, item]) => item) }
}

/** With a letter in it that has no place in a text. */
function spoiled(value: Tree, n: number): Tree {
  if (!('raw' in value) || !value.raw.startsWith('"')) return value
  const cut = n % Math.max(value.raw.length - 1, 1)
  const before = value.raw.slice(0, cut + 1).replace(/\\[^"]?$/, '')
  const letter = strangeLetters[n % strangeLetters.length] ?? ''
  const text = `${before}${letter}${value.raw.slice(cut + 1)}`
  return { raw: isJson(text) ? text : `"${letter}"` }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const strangeLetters = ['\\u0000', '\\u0001', '\\u001b', '\\u007f', '\\ud800', '\\udc00', '\\ud83d', '\\u202e', '\\ufeff', '\\uffff', '\\u2028', "'", '%00', '\\\\', '${7*7}'] // prettier-ignore

const strangeKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'length',
  '',
  '\0',
  'id',
  'version',
  'status',
  'audience_id',
  'a.b',
  'id.en',
  'evidence[]',
  '[]',
  '__proto__[]',
  '__proto__.en',
]

/** Values of the wrong kind, out of range, too long, too deep. */
const strange: Arbitrary<Tree> = fc
  .constantFrom(
    'null',
    'true',
    '""',
    '" "',
    '[]',
    '{}',
    '-1',
    '0.1',
    '-0',
    '1e999',
    '-1e999',
    '1e308',
    '9007199254740993',
    '2147483648',
    '101',
    '"101"',
    '"１００"',
    '"1e3"',
    '"NaN"',
    '"\\u0000"',
    '"\\ud800"',
    '"0000-00-00"',
    '"9999-12-31"',
    '"+275760-09-13"',
    '"00000000-0000-0000-0000-000000000000"',
    '"ffffffff-ffff-ffff-ffff-ffffffffffff"',
    '{"__proto__":{"ok":true}}',
    '{"en":"\\ud800"}',
    '{"en":"A text","uz":"\\u0000"}',
    '{"__proto__":"A text"}',
    '{"length":3}',
    '["a","a"]',
    `"${'x'.repeat(600)}"`,
    `"${'ы'.repeat(6000)}"`,
    `"${'\\u0301'.repeat(3000)}"`,
    `"${'x'.repeat(70_000)}"`,
    `[${'1,'.repeat(500)}1]`,
    `${'['.repeat(3000)}${']'.repeat(3000)}`,
    `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`,
  )
  .map((raw) => ({ raw }))

const boundary = 'langar-boundary'

function sentAs(tree: Tree): Arbitrary<Body> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant({ content: written(tree), type: 'application/json' }) },
    {
      weight: 2,
      arbitrary: fc.constant({ content: encoded(tree), type: 'application/x-www-form-urlencoded' }),
    },
    {
      weight: 1,
      arbitrary: fc.constant({ content: parts(tree), type: `multipart/form-data; boundary=${boundary}` }),
    },
  )
}

function written(tree: Tree): string {
  if ('raw' in tree) return tree.raw
  if ('items' in tree) return `[${tree.items.map(written).join()}]`
  return `{${tree.keys.map(([key, value]) => `${JSON.stringify(key)}:${written(value)}`).join()}}`
}

/** As the fields of a form: lists as `name[]`, languages and parts of a date as `name.en`. */
function fieldsOf(tree: Tree): [string, string][] {
  if (!('keys' in tree)) return [['', written(tree)]]
  return tree.keys.flatMap(([name, value]): [string, string][] => {
    if ('items' in value) return value.items.map((item) => [`${name}[]`, plain(item)])
    if ('keys' in value) return value.keys.map(([part, text]) => [`${name}.${part}`, plain(text)])
    return [[name, plain(value)]]
  })
}

function plain(tree: Tree): string {
  const text = written(tree)
  return text.startsWith('"') ? String(JSON.parse(text)) : text
}

const encoded = (tree: Tree) => new URLSearchParams(fieldsOf(tree)).toString()

const parts = (tree: Tree) =>
  `${fieldsOf(tree)
    .map(
      ([name, value]) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${name.replaceAll(/["\r\n]/g, '')}"\r\n\r\n${value}\r\n`,
    )
    .join('')}--${boundary}--\r\n`

/** No body of any kind. */
const noise: Arbitrary<Body> = fc.record({
  content: fc.oneof(
    fc.string(),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)),
    fc.json().map((text) => text.slice(0, -1)),
    fc.constantFrom(
      '',
      '{',
      '[]',
      '"x"',
      '\uFEFF{}',
      '%',
      'a=%ff%00&b',
      '&&=&',
      `--${boundary}\r\n`,
      'x'.repeat(1_100_000),
    ),
  ),
  type: fc.constantFrom(
    'application/json',
    'application/json; charset=utf-16',
    'application/x-www-form-urlencoded',
    `multipart/form-data; boundary=${boundary}`,
    'multipart/form-data',
    'text/plain',
    'application/xml',
    ';',
    undefined,
  ),
})
