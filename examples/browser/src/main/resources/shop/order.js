const state = document.getElementById("state");
const number = new URLSearchParams(location.search).get("number");

function followOrder() {
  const orders = new WebSocket(`${location.origin.replace(/^http/, "ws")}/api/orders`);
  orders.onopen = () => orders.send(number);
  orders.onmessage = message => state.textContent = message.data;
  orders.onclose = () => state.textContent = "We lost sight of your order";
}

function showNews() {
  new EventSource("/api/news").onmessage = news => {
    const item = document.createElement("li");
    item.textContent = news.data;
    document.getElementById("news").append(item);
  };
}

followOrder();
showNews();
