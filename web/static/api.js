// Asking the API. Whatever goes wrong comes out as one kind of error, in words a reader can use.

const PATIENCE_MS = 20_000;

/** What went wrong: `title` and `detail` are shown as they are. */
export class Problem extends Error {
  constructor(title, detail, status = 0) {
    super(detail);
    this.title = title;
    this.detail = detail;
    this.status = status;
  }
}

const OFFLINE = ["Máy này đang mất mạng", "Xin kiểm tra kết nối mạng rồi thử lại."];
const UNREACHABLE = [
  "Không kết nối được với máy chủ",
  "Máy chủ có thể đang tắt hoặc đường mạng bị gián đoạn. Xin thử lại sau ít phút; nếu vẫn không được, xin báo người quản trị.",
];
const TOO_SLOW = ["Máy chủ trả lời quá chậm", "Đã chờ 20 giây mà chưa có kết quả. Xin thử lại sau ít phút."];
const FAULTY = ["Máy chủ gặp lỗi", "Xin thử lại sau ít phút; nếu vẫn không được, xin báo người quản trị."];

/**
 * The JSON at an address of the API.
 * Throws `Problem`, or the signal's own AbortError when the caller no longer wants the answer.
 */
export async function getJson(address, signal) {
  const request = new AbortController();
  const stop = () => request.abort();
  signal?.addEventListener("abort", stop);
  let late = false;
  const clock = setTimeout(() => {
    late = true;
    stop();
  }, PATIENCE_MS);
  try {
    const response = await fetch(address, { headers: { Accept: "application/json" }, signal: request.signal });
    if (!response.ok) throw await problemOf(response);
    return await response.json();
  } catch (error) {
    throw late ? new Problem(...TOO_SLOW) : named(error, signal);
  } finally {
    clearTimeout(clock);
    signal?.removeEventListener("abort", stop);
  }
}

async function problemOf(response) {
  const told = await response.json().catch(() => ({}));
  return new Problem(told.title ?? FAULTY[0], told.detail ?? FAULTY[1], response.status);
}

function named(error, signal) {
  if (error instanceof Problem || signal?.aborted) return error;
  if (error instanceof SyntaxError) return new Problem(...FAULTY);
  return new Problem(...(navigator.onLine ? UNREACHABLE : OFFLINE));
}
