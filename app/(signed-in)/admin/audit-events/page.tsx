import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuditEvents } from '#components/audit-events/list.tsx'
import { auditEventList } from '#lib/audit-events/list.ts'
import { ask } from '#lib/runner/ask.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit-events.list')
  return { title: t('title') }
}

export default async function AuditEventsPage({ params, searchParams }: PageProps<'/admin/audit-events'>) {
  return <AuditEvents found={await ask(auditEventList, params, searchParams)} />
}
