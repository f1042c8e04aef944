import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Which messages the program can say, read from its code: a literal or a template behind one of the namespaces that the file
 *  opens. What is looked up by a value (`t(status)`, `useWord`) says each message of its namespace. */
export async function messagesSaid(): Promise<(key: string) => boolean> {
  const root = join(import.meta.dirname, '..')
  const literals = new Set<string>()
  const patterns: RegExp[] = []
  for await (const file of glob('{app,components,lib}/**/*.{ts,tsx}', { cwd: root })) {
    if (file.includes('generated')) continue
    // Names of drafts and commands look like keys and say nothing.
    const code = (await readFile(join(root, file), 'utf8')).replaceAll(/(draft=\{|=== )`[^`]*`/g, '')
    const opened = [...code.matchAll(/(?:use|get)Translations\(\s*'([^']+)'/g)].map(([, name]) => `${name}.`)
    const openedByValue = [...code.matchAll(/(?:use|get)Translations\(\s*`([^`]+)`/g)]
    const byValue = /\bt(?:\.rich|\.has)?\(\s*[a-zA-Z]|\bt=\{/.test(code)
    if (byValue) for (const namespace of opened) patterns.push(each(namespace))
    for (const [, first, path = ''] of code.matchAll(
      /useWord\(\(?(?:\{ ?([\w'-]+)[^}]*\}|\w+)\)? =>\s*([^)\n]+)/g,
    ))
      patterns.push(each(`${dotted(path, first)}.`))
    for (const [, path = ''] of code.matchAll(/\.\.\.messages([.[][\w.'[\]-]+)/g))
      patterns.push(each(`${dotted(`messages${path}`, undefined)}.`))
    for (const [, namespace] of openedByValue)
      for (const [, words] of code.matchAll(/'([A-Za-z][\w.-]*)'/g))
        patterns.push(filled(`${namespace}.${words}`))
    for (const namespace of ['', ...opened]) {
      for (const [, words] of code.matchAll(/'([A-Za-z][\w.-]*)'/g)) literals.add(namespace + words)
      for (const [, words = ''] of code.matchAll(/(?<!Translations\(\s*)`([^`\s]*\w[^`\s]*)`/g))
        if (/^\w|\w$/.test(words.replaceAll(/\$\{[^}]*\}/g, ''))) patterns.push(filled(namespace + words))
    }
  }
  return (key) => literals.has(key) || patterns.some((pattern) => pattern.test(key))
}

const each = (namespace: string) => new RegExp(`^${RegExp.escape(namespace)}[\\w-]+$`)

/** `messages.agreements['value-kind']` as keys have it. */
function dotted(path: string, first: string | undefined): string {
  const words = path.replaceAll(/\[['"]([\w-]+)['"]\]/g, '.$1').trim()
  return first !== undefined && words.startsWith(first) ? words : words.replace(/^\w+\./, '')
}

/** `act.${name}` with anything in its place. */
const filled = (template: string) =>
  new RegExp(
    `^${template
      .split(/\$\{[^}]*\}/)
      .map(RegExp.escape)
      .join('[\\w-]+(?:\\.[\\w-]+)*')}$`,
  )
