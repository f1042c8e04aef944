export async function POST(request: Request) {
  const sent = await request.formData()
  await new Promise((done) => setTimeout(done, 400))
  const narrative = String(sent.get('narrative') ?? '')
  console.log(JSON.stringify([...sent].map(([k, v]) => [k, typeof v === 'string' ? v : v.name])))
  if (narrative === 'conflict') return Response.json({ problem: { code: 'conflict', message: 'x', text: 'This was changed while you were looking at it.' } }, { status: 409 })
  if (narrative === 'bug') return new Response('oops', { status: 500 })
  if (narrative === '') return Response.json({ problem: { code: 'invalid', message: 'x', text: 'Something is missing or wrong. What you typed is kept.', fields: { narrative: 'Say what happened.', percent: 'Choose how far it is.', 'evidence[]': 'Add a file or a link.' } } }, { status: 422 })
  return Response.json({ value: null, location: '/kitchen' }, { status: 201 })
}
