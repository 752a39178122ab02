const state = document.getElementById("state");

async function ask(path, options) {
  const response = await fetch(path, options);
  if (!response.ok) {
    throw new Error(response.status);
  }
  return response.json();
}

async function showTeas() {
  for (const tea of await ask("/api/teas")) {
    const item = document.createElement("li");
    item.textContent = `${tea.name}: ${tea.price}`;
    document.getElementById("teas").append(item);
  }
}

async function order(event) {
  event.preventDefault();
  const address = new FormData(event.target).get("address");
  await ask("/api/orders", { method: "POST", body: JSON.stringify({ address }) });
  state.textContent = `We have sent a mail to ${address}`;
}

async function confirmOrder(number) {
  const confirmed = await ask(`/api/orders/${number}`);
  state.textContent = `Order ${number} is ${confirmed.state}`;
}

function complain() {
  state.textContent = "The shop is closed, please come back later";
}

document.getElementById("order").addEventListener("submit", event => order(event).catch(complain));
const number = new URLSearchParams(location.search).get("order");
(number ? confirmOrder(number) : showTeas()).catch(complain);
