const image = document.createElement("img");
image.id = "violation-1";
image.src = "dot.svg";
document.querySelector("main").append(image);
