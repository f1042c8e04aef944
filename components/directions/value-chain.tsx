import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Section } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Code } from '#components/ui/tag.tsx'
import type { ListedInitiative } from '#lib/initiatives/listed.ts'
import { shortCode } from '#lib/rules/codes.ts'
import { stages as chain } from '#lib/rules/initiative.ts'

/** Which links of the chain are covered, and by what; only where some initiative states its link. */
export function ValueChain({
  partnership,
  initiatives,
}: {
  partnership: string
  initiatives: readonly ListedInitiative[]
}) {
  const t = useTranslations('directions.value-chain')
  if (initiatives.every(({ stages }) => stages.length === 0)) return null
  const covered = chain.filter((stage) => initiatives.some(({ stages }) => stages.includes(stage)))
  return (
    <Section
      title={t('title')}
      count={t('covered', { covered: String(covered.length), all: String(chain.length) })}
    >
      <ol className="grid gap-2 py-2.5 sm:grid-cols-2 lg:grid-cols-3">
        {chain.map((stage) => {
          const covering = initiatives.filter(({ stages }) => stages.includes(stage))
          return (
            <li key={stage} className="rounded-card border border-line p-2.5">
              <h3 className="font-medium">{t(`stage.${stage}`)}</h3>
              {covering.length === 0 ? (
                <p className="text-small text-warn">{t('uncovered')}</p>
              ) : (
                <ul className="flex flex-col gap-0.5 pt-1 text-small">
                  {covering.map(({ code, title }) => (
                    <li key={code}>
                      <Link href={`/${partnership}/initiatives/${code}`} className="quiet-link">
                        <Code>{shortCode(code, partnership)}</Code> <RecordText text={title} isQuiet />
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ol>
      <p className="text-small text-ink-2">{t('inferred')}</p>
    </Section>
  )
}
