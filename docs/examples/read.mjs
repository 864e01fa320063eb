// Reads data files of a table of Cradle: node read.mjs FILE...  (the files that `cradle files TABLE` prints)
// Prints one line of JSON for each segment.
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'

/** The tensors of a file: their columns' metadata, which Spark keeps in the footer. */
function tensors(metadata) {
  const spark = metadata.key_value_metadata.find(({ key }) => key === 'org.apache.spark.sql.parquet.row.metadata')
  return JSON.parse(spark.value).fields
    .filter(field => 'cradle.tensor' in field.metadata)
    .map(field => JSON.parse(field.metadata['cradle.tensor']).tensor)
}

/** Element `i` of step `t` of a tensor of bits whose steps are `bytes` long: the least significant bit is the first. */
const bit = (data, bytes, t, i) => (data[t * bytes + (i >> 3)] >> (i & 7)) & 1

/** Elements of each step of a tensor, as numbers; 64-bit integers as text, since numbers can't hold them all. */
function steps(tensor, data, count) {
  const elements = tensor.shape.reduce((product, size) => product * size, 1)
  const element = {
    BITS: (t, i) => bit(data, Math.ceil(elements / 8), t, i),
    U8: (t, i) => data[t * elements + i],
    F32: (t, i) => data[t * elements + i],
    I64: (t, i) => String(data[t * elements + i]),
  }[tensor.encoding]
  return Array.from({ length: count }, (_, t) => Array.from({ length: elements }, (_, i) => element(t, i)))
}

for (const path of process.argv.slice(2)) {
  const file = await asyncBufferFromFile(path)
  const metadata = await parquetMetadataAsync(file)
  const rows = await parquetReadObjects({ file, metadata, compressors, utf8: false })
  for (const row of rows) {
    const values = tensors(metadata).map(tensor => [tensor.name, steps(tensor, row[tensor.name], row.steps)])
    console.log(JSON.stringify({ episode: row.episode_id, firstStep: row.first_step, ...Object.fromEntries(values) }))
  }
}
