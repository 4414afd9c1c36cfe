// A partner's calls from Node, with nothing but what is built in:
//   EDGE=… KEY_ID=… SECRET=… node docs/examples/partner.mjs METHOD PATH [BODY [IDEMPOTENCY-KEY]]
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { pathToFileURL } from "node:url";

const BELOW = "/api/integration-gateway/v1/partner";

/** The headers of a request, signed now (RFC 9421, HMAC-SHA256). */
export function signed(method, path, body, key, { keyId, secret }) {
  const [place, query] = path.split("?");
  const digest = `sha-256=:${createHash("sha256").update(body).digest("base64")}:`;
  const covered = { "@method": method, "@path": place, "content-digest": digest };
  if (query !== undefined) covered["@query"] = `?${query}`;
  if (key) covered["idempotency-key"] = key;
  const names = Object.keys(covered).map((name) => `"${name}"`).join(" ");
  const nonce = randomBytes(16).toString("hex");
  const created = Math.floor(Date.now() / 1000);
  const parameters = `(${names});created=${created};keyid="${keyId}";alg="hmac-sha256";nonce="${nonce}"`;
  const lines = Object.entries(covered).map(([name, value]) => `"${name}": ${value}`);
  const base = [...lines, `"@signature-params": ${parameters}`].join("\n");
  return {
    "Content-Digest": digest,
    "Signature-Input": `sig1=${parameters}`,
    Signature: `sig1=:${createHmac("sha256", secret).update(base).digest("base64")}:`,
    ...(key && { "Idempotency-Key": key }),
    ...(body && { "Content-Type": "application/json" }),
  };
}

/** Calls the partner API; the answer, whatever its status. */
export async function partner(edge, keys, method, path, body = "", key = "") {
  const headers = signed(method, BELOW + path, body, key, keys);
  const answer = await fetch(edge + BELOW + path, { method, headers, body: body || undefined });
  return { status: answer.status, body: await answer.json() };
}

/** Whether a webhook is the lender's, and of now (Standard Webhooks). */
export function isOurs(secret, headers, body) {
  const at = Number(headers["webhook-timestamp"]);
  if (!(Math.abs(Date.now() / 1000 - at) < 300)) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const made = createHmac("sha256", key).update(`${headers["webhook-id"]}.${at}.${body}`).digest();
  return headers["webhook-signature"].split(" ").some((each) => {
    const given = Buffer.from(each.replace(/^v1,/, ""), "base64");
    return given.length === made.length && timingSafeEqual(given, made);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { EDGE, KEY_ID: keyId, SECRET: secret } = process.env;
  const [method, path, body, key] = process.argv.slice(2);
  const answer = await partner(EDGE, { keyId, secret }, method, path, body, key);
  console.log(answer.status, JSON.stringify(answer.body));
}
